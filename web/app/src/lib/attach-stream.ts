import type { Store } from "@eyestalk/mesh";
import { holdStill } from "./hold-still.ts";

/**
 * Shows a stream in an element. To be used as a React ref: `ref={attachStream(stream)}`.
 * The stream itself stays open, it belongs to whoever made it.
 *
 * @param isStill while the picture is to stand still
 */
export function attachStream(
  stream: MediaStream | undefined,
  isStill: Store<boolean>,
): (element: HTMLVideoElement) => () => void {
  return (element) => {
    element.srcObject = stream ?? null;
    const goOn = holdStill(element, isStill);
    return () => {
      goOn();
      element.srcObject = null;
    };
  };
}
