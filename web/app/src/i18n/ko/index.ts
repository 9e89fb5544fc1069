import { chat } from "./chat.ts";
import { check } from "./check.ts";
import { common } from "./common.ts";
import { lobby } from "./lobby.ts";
import { meeting } from "./meeting.ts";
import { prejoin } from "./prejoin.ts";

/** Every word a person can read in this language. */
export const catalogue = { ...common, ...lobby, ...prejoin, ...meeting, ...chat, ...check };
