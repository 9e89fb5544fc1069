/**
 * Load for the side-by-side bench: very many clients that cost as little as possible themselves.
 */
@NullMarked
package socketio.load;

import org.jspecify.annotations.NullMarked;
