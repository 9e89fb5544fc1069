import type { FoundCandidate, Gathered } from "./ice-facts.ts";

/** A relay that does not answer makes a browser ask for almost ten seconds. */
const PATIENCE_MS = 12_000;

/** Everything that asks a browser's ICE agent; tests hand in a fake. */
export type Gather = (configuration: RTCConfiguration, signal: AbortSignal) => Promise<Gathered>;

/** Lets the browser gather candidates with these servers. Ends by itself; never rejects. */
export const gather: Gather = async (configuration, signal) => {
  const connection = new RTCPeerConnection(configuration);
  const candidates: FoundCandidate[] = [];
  const errors: number[] = [];
  const reportsErrors = "onicecandidateerror" in connection;
  let isComplete = false;
  try {
    const done = new Promise<void>((resolve) => {
      connection.addEventListener("icecandidate", ({ candidate }) => {
        if (candidate) candidates.push(candidate);
      });
      connection.addEventListener("icecandidateerror", ({ errorCode }) => errors.push(errorCode));
      connection.addEventListener("icegatheringstatechange", () => {
        isComplete = connection.iceGatheringState === "complete";
        if (isComplete) resolve();
      });
      AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]).addEventListener("abort", () =>
        resolve(),
      );
    });
    connection.createDataChannel("check");
    await connection.setLocalDescription();
    await done;
  } finally {
    connection.close();
  }
  return { candidates, errors, reportsErrors, isComplete };
};
