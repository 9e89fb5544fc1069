import { useCallback, useState, type RefCallback } from "react";
import type { Size } from "./grid-layout.ts";

/** The size of an element, and the ref that measures it. CSS pixels. */
export function useSize(): [Size, RefCallback<HTMLElement>] {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const measure = useCallback((element: HTMLElement) => {
    const read = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, []);
  return [size, measure];
}
