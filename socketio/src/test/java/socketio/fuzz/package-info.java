/** Input that no client would send. */
@NullMarked
package socketio.fuzz;

import org.jspecify.annotations.NullMarked;
