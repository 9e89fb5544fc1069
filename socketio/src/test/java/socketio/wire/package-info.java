/** Clients that speak no more than bytes, so that tests can say what no library would. */
@NullMarked
package socketio.wire;

import org.jspecify.annotations.NullMarked;
