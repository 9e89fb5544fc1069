/** Engine.IO v4: sessions over HTTP long-polling and WebSocket, heartbeats and the upgrade. */
@NullMarked
package socketio.engine;

import org.jspecify.annotations.NullMarked;
