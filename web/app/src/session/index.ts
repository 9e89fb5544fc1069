export type * from "./face.ts";
export { connectServer, type ServerLink } from "./server-link.ts";
export { createMeeting, type MeetingOptions } from "./meeting-session.ts";
export { seatIn } from "./seats.ts";
