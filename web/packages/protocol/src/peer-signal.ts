import * as v from "valibot";
import { id } from "./values.ts";

/** What a track of the media is for; sent with each description, by mid (RFC 8843). */
export const trackRole = v.picklist(["microphone", "camera", "screen", "screen-audio"]);
export type TrackRole = v.InferOutput<typeof trackRole>;

/** What a person sends now: microphone open, camera on, screen shared. */
export const mediaState = v.object({
  audio: v.boolean(),
  video: v.boolean(),
  sharing: v.optional(v.boolean(), false),
});
export type MediaState = v.InferOutput<typeof mediaState>;

const common = {
  /** Identifies one pair of RTCPeerConnections; absent from 2022 clients. */
  connection_id: v.optional(id),
  /** Unique per signal: what comes twice is dropped. */
  id: v.optional(id),
};

const described = {
  ...common,
  roles: v.optional(v.record(v.string(), trackRole)),
  media: v.optional(mediaState),
};

const candidateInit = v.object({
  candidate: v.string(),
  sdpMid: v.optional(v.nullable(v.string()), null),
  sdpMLineIndex: v.optional(v.nullable(v.number()), null),
  usernameFragment: v.optional(v.nullable(v.string()), null),
});

const offer = v.object({
  type: v.literal("offer"),
  sdp: v.object({ type: v.literal("offer"), sdp: v.string() }),
  ...described,
});

const answer = v.object({
  type: v.literal("answer"),
  sdp: v.object({ type: v.literal("answer"), sdp: v.string() }),
  ...described,
});

const candidate = v.object({
  type: v.literal("new-ice-candidate"),
  /** null: no more candidates (W3C webrtc-pc, end-of-candidates). */
  candidate: v.nullable(candidateInit),
  ...common,
});

const offerRequest = v.object({ type: v.literal("offer-request"), ...common });

/** What two browsers say to make a connection: over the socket's `data` or over a data channel. */
export const peerSignal = v.variant("type", [offer, answer, candidate, offerRequest]);
export type PeerSignal = v.InferOutput<typeof peerSignal>;
export type DescriptionSignal = v.InferOutput<typeof offer> | v.InferOutput<typeof answer>;
/** Asks the other side to offer with new ICE credentials (added; never sent to a 2022 client). */
export type OfferRequest = v.InferOutput<typeof offerRequest>;
export type CandidateSignal = v.InferOutput<typeof candidate>;
