/** The Socket.IO v5 packet format: reading, checking and writing, without any I/O. */
@NullMarked
package socketio.protocol;

import org.jspecify.annotations.NullMarked;
