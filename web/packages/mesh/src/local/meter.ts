/** Measures how loud a microphone is. */
export interface Meter {
  /** 0 (silent) to 1 (as loud as it gets), on a scale that looks even to the eye. */
  level(): number;
  close(): void;
}

export type CreateMeter = (track: MediaStreamTrack) => Meter;

/** Quieter than this shows as nothing. */
const FLOOR_DB = -60;

/** Turns the root mean square of samples (0 to 1) into what a meter shows: -60 dB is 0, 0 dB is 1. */
export function meterLevel(rms: number): number {
  if (rms <= 0) return 0;
  const decibels = 20 * Math.log10(rms);
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB));
}

/** A meter over Web Audio. */
export const createAudioMeter: CreateMeter = (track) => {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  const samples = new Float32Array(analyser.fftSize);
  const source = context.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  return {
    level: () => {
      // Without a gesture the browser may have suspended it; it resumes once it may.
      if (context.state === "suspended") context.resume().catch(() => undefined);
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return meterLevel(Math.sqrt(power));
    },
    close: () => {
      source.disconnect();
      context.close().catch(() => undefined); // closed already
    },
  };
};
