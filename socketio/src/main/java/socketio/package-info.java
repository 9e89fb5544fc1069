/**
 * Engine.IO v4 and Socket.IO v5 server made of Netty handlers. {@code socketio.server} is what an
 * application uses, {@code socketio.engine} is the transport layer (usable alone), {@code
 * socketio.protocol} is the packet format.
 */
@NullMarked
package socketio;

import org.jspecify.annotations.NullMarked;
