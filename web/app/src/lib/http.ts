import { failure, success, type Result } from "@eyestalk/mesh";
import { parseProblem, type Parsed, type ProblemCode } from "@eyestalk/protocol";

/** Why a request came to nothing. `OFFLINE` and `TIMEOUT` are this side's own words. */
export interface HttpProblem {
  readonly code: ProblemCode | "OFFLINE" | "TIMEOUT";
  readonly message: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[] | undefined;
  /** Seconds until another attempt makes sense. */
  readonly retryAfter?: number | undefined;
}

/** An answer with its headers. */
export interface Answer<T> {
  readonly value: T;
  readonly headers: Headers;
}

export interface HttpRequest<T> {
  readonly path: string;
  readonly method?: "GET" | "POST" | undefined;
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Reads the answer at the door. */
  readonly parse: (body: unknown) => Parsed<T>;
  readonly signal?: AbortSignal | undefined;
}

const ANSWER_WITHIN_MS = 10_000;

/**
 * Asks the REST interface. Never rejects but for the caller's own abort: what went wrong is a
 * problem of the one vocabulary of codes (protocol.md, "Errors"; RFC 9457).
 */
export async function request<T>(what: HttpRequest<T>): Promise<Result<Answer<T>, HttpProblem>> {
  let response: Response;
  let body: unknown;
  try {
    response = await send(what);
    body = await readJson(response);
  } catch (error) {
    what.signal?.throwIfAborted();
    const late = error instanceof DOMException && error.name === "TimeoutError";
    return failure({ code: late ? "TIMEOUT" : "OFFLINE", message: String(error) });
  }
  if (!response.ok) return failure(problemOf(response, body));
  const parsed = what.parse(body);
  if (!parsed.ok) return failure({ code: "INTERNAL_ERROR", message: parsed.detail });
  return success({ value: parsed.value, headers: response.headers });
}

function send(what: HttpRequest<unknown>): Promise<Response> {
  const { path, method = "GET", body, headers, signal } = what;
  const late = AbortSignal.timeout(ANSWER_WITHIN_MS);
  return fetch(path, {
    method,
    headers: {
      Accept: "application/json",
      ...(body && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, late]) : late,
  });
}

/** The body as JSON; undefined when it is something else (a proxy's error page). */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(response: Response, body: unknown): HttpProblem {
  const parsed = parseProblem(body);
  if (parsed.ok) {
    const { code, detail, title, errors } = parsed.value;
    return { code, message: detail || title, errors, retryAfter: retryAfter(response) };
  }
  // Not ours: a proxy or a gateway answered in the server's place.
  const code = response.status >= 502 ? "SERVICE_UNAVAILABLE" : "INTERNAL_ERROR";
  return { code, message: `status ${response.status}`, retryAfter: retryAfter(response) };
}

/** RFC 9110, 10.2.3: seconds; the form with a date is not used by our server. */
function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
