const OPUS = /^a=rtpmap:(\d+) opus\/48000/gim;

/**
 * Asks for Opus with forward error correction and no packets in silence (RFC 7587, section 7.1).
 * Applied to a remote description it governs what we send.
 */
export function withFrugalOpus(sdp: string): string {
  const types = [...sdp.matchAll(OPUS)].map((match) => match[1]);
  return types.reduce((text: string, type) => {
    const line = new RegExp(`^(a=fmtp:${type} )(.*)$`, "m");
    return text.replace(line, (_all, head: string, parameters: string) => {
      const kept = parameters
        .trim()
        .split(";")
        .filter((parameter) => !/^(usedtx|useinbandfec)=/.test(parameter.trim()));
      return `${head}${[...kept, "useinbandfec=1", "usedtx=1"].join(";")}`;
    });
  }, sdp);
}
