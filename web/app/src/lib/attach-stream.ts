/**
 * Shows a stream in an element. To be used as a React ref: `ref={attachStream(stream)}`.
 * The stream itself stays open, it belongs to whoever made it.
 */
export function attachStream(
  stream: MediaStream | undefined,
): (element: HTMLVideoElement) => () => void {
  return (element) => {
    element.srcObject = stream ?? null;
    return () => {
      element.srcObject = null;
    };
  };
}
