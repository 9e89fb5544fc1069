export type * from "./face.ts";
export { connectServer, type ServerLink } from "./server-link.ts";
export { createMeeting } from "./meeting-session.ts";
export { seatIn } from "./seats.ts";
