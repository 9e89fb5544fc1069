import type { ChatLine, Problem } from "./face.ts";

/** A chat: its lines in order, and how many of others came since somebody looked. */
export interface ChatLog {
  readonly lines: readonly ChatLine[];
  readonly unread: number;
}

export const EMPTY_LOG: ChatLog = { lines: [], unread: 0 };

/** Adds a line unless it is there already: a message may come by the server and by a peer. */
export function added(log: ChatLog, line: ChatLine): ChatLog {
  if (log.lines.some(({ id }) => id === line.id)) return log;
  const counts = !line.mine && line.kind !== "system";
  return { lines: [...log.lines, line], unread: log.unread + (counts ? 1 : 0) };
}

/** The server's word on a pending line: its final id and time. */
export function confirmed(
  log: ChatLog,
  pending: string,
  final: { readonly id: string; readonly at: Date },
): ChatLog {
  return mapped(log, pending, (line) => ({
    ...line,
    ...final,
    delivery: "sent",
    problem: undefined,
  }));
}

/**
 * The own line comes back from the server, maybe before its acknowledgement. It knows its id and
 * time, but not to whom a direct message went.
 */
export function returned(log: ChatLog, line: ChatLine): ChatLog {
  if (log.lines.some(({ id }) => id === line.id)) return log;
  const pending = log.lines.find(
    ({ mine, delivery, text, kind }) =>
      mine && delivery === "pending" && text === line.text && kind === line.kind,
  );
  if (pending === undefined) return added(log, line);
  return confirmed(log, pending.id, { id: line.id, at: line.at });
}

/** A pending line did not get through. */
export function failed(log: ChatLog, pending: string, problem: Problem): ChatLog {
  return mapped(log, pending, (line) => ({ ...line, delivery: "failed", problem }));
}

/** A failed line is under way again. */
export function retried(log: ChatLog, id: string): ChatLog {
  return mapped(log, id, (line) => ({ ...line, delivery: "pending", problem: undefined }));
}

/** Somebody looked. */
export function read(log: ChatLog): ChatLog {
  return log.unread === 0 ? log : { ...log, unread: 0 };
}

function mapped(log: ChatLog, id: string, change: (line: ChatLine) => ChatLine): ChatLog {
  return { ...log, lines: log.lines.map((line) => (line.id === id ? change(line) : line)) };
}
