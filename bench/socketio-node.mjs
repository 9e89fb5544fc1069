// socketio-node.mjs PORT: the server of the npm package socket.io with the handlers of BenchServer.
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http, { serveClient: false });

io.on("connection", (socket) => {
  socket.on("join", (room) => {
    void socket.join(room);
    socket.data.room = room;
    socket.emit("joined");
  });
  socket.on("msg", (data) => {
    socket.to(socket.data.room).emit("msg", data);
  });
});

http.listen(Number(process.argv[2]), "127.0.0.1", () => console.log("listening"));
