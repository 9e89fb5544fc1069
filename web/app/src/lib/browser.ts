/** Which way of changing a permission this browser has. */
export type BrowserKind = "chromium" | "firefox" | "safari" | "ios" | "android" | "other";

/** Tells browsers apart by their user agent; good enough for a sentence of help, for nothing else. */
export function browserKind(userAgent: string): BrowserKind {
  if (/iPhone|iPad|iPod/.test(userAgent)) return "ios";
  if (/Android/.test(userAgent)) return /Firefox/.test(userAgent) ? "firefox" : "android";
  if (/Firefox\//.test(userAgent)) return "firefox";
  if (/Chrome\/|Chromium\//.test(userAgent)) return "chromium";
  return /Safari\//.test(userAgent) ? "safari" : "other";
}

/** Whether a page here may choose the speaker (Audio Output Devices API, `setSinkId`). */
export function canChooseSpeaker(): boolean {
  return "setSinkId" in HTMLMediaElement.prototype;
}

/** Whether a screen can be shared from here; phones cannot. */
export function canShareScreen(): boolean {
  // Absent on phones and on pages without TLS, whatever lib.dom says.
  const devices: Partial<MediaDevices> | undefined = navigator.mediaDevices;
  return devices?.getDisplayMedia !== undefined;
}
