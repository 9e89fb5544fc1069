import type { ClientConfig } from "@eyestalk/protocol";
import { clientConfig } from "./rooms-api.ts";

/** The page does not wait longer than this for its configuration. Milliseconds. */
const PATIENCE_MS = 2_000;

/** What a server says that was not configured otherwise; good enough until it answers. */
const DEFAULTS: ClientConfig = {
  maxCapacity: 4,
  defaultCapacity: 4,
  transports: ["polling", "websocket"],
  version: "",
  iceUrls: [],
  reports: false,
};

/** The configuration of this browser, from the server at run time. Never rejects. */
export async function loadConfig(): Promise<ClientConfig> {
  try {
    const got = await clientConfig(AbortSignal.timeout(PATIENCE_MS));
    return got.ok ? got.value : DEFAULTS;
  } catch {
    return DEFAULTS; // no answer in time: the lobby says that the server is away
  }
}
