/** Clients that nobody here wrote. */
@NullMarked
package socketio.interop;

import org.jspecify.annotations.NullMarked;
