export type { Parsed } from "./parsed.ts";
export {
  PROBLEM_CODES,
  type IceServer,
  type Member,
  type ProblemCode,
  type Room,
} from "./values.ts";
export type * from "./peer-signal.ts";
export {
  parseServerEvent,
  type Chatting,
  type ServerBody,
  type ServerEvent,
  type ServerEventName,
  type UserList,
} from "./server-events.ts";
export {
  isRefusal,
  parseAck,
  parseClientEvent,
  type AckBody,
  type ClientBody,
  type ClientEvent,
  type ClientEventName,
  type Refusal,
} from "./client-events.ts";
export {
  parsePeerMessage,
  type OutgoingPeerMessage,
  type PeerChat,
  type PeerMessage,
} from "./peer-messages.ts";
export {
  parseClientConfig,
  parseCreatedRoom,
  parseEnterRefusal,
  parseFlag,
  parseMembers,
  parseProblem,
  parseRoom,
  parseRooms,
  type ClientConfig,
  type CreatedRoom,
  type EnterRefusal,
  type ProblemBody,
} from "./rest.ts";
export {
  parseOperatorSession,
  parseOverview,
  parseRoomMessages,
  type OperatorSession,
  type Overview,
  type RoomMessage,
} from "./dashboard.ts";
