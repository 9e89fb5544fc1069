// What people read in the terminal before the server starts.
import { renderUnicodeCompact } from "uqr";

/**
 * Where to go, in words, and the first address as a QR code for a phone's camera.
 *
 * @param {readonly string[]} addresses the best one first
 * @param {{ authority?: string, picture: boolean }} how `authority`: path of a certificate that devices do not
 *   know yet; `picture`: whether the reader is a person at a terminal
 * @returns {string} several lines
 */
export function announcement(addresses, { authority, picture }) {
  const [best, ...others] = addresses;
  if (best === undefined) return "This machine is in no network: only itself can connect.";
  const lines = [`Other devices open ${[best, ...others].join("  or  ")}`];
  if (picture) lines.push(qr(best));
  if (authority !== undefined) {
    lines.push(
      `They warn until they trust the authority that signed this certificate: ${authority}`,
      `(also at ${best}/ca.crt). docs/start/lan.md says how, for each kind of device.`,
    );
  }
  return lines.join("\n");
}

/** Black on white whatever the colours of the terminal, since not every camera reads the reverse. */
function qr(text) {
  return renderUnicodeCompact(text, { ecc: "L", border: 2, invert: true })
    .split("\n")
    .map((line) => `\u001B[30;107m${line}\u001B[0m`)
    .join("\n");
}
