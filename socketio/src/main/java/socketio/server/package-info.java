/** The Socket.IO server as an application sees it: namespaces, sockets, rooms, acks. */
@NullMarked
package socketio.server;

import org.jspecify.annotations.NullMarked;
