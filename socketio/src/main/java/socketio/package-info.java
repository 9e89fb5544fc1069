/** Engine.IO v4 and Socket.IO v5 server made of Netty handlers. */
@NullMarked
package socketio;

import org.jspecify.annotations.NullMarked;
