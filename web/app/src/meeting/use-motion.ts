import { useState, type PointerEvent } from "react";
import { nearestCorner, type Corner, type Rect, type Size } from "./grid-layout.ts";
import type { TileMotion } from "./Tile.tsx";

/** A press that moves less than this is a click. CSS pixels. */
const THRESHOLD = 6;

interface Drag {
  readonly pointer: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly offset: { readonly x: number; readonly y: number };
  readonly isMoving: boolean;
}

export interface MotionOptions {
  stage: Size;
  corner: Corner;
  onCorner: (corner: Corner) => void;
}

/** Lets the own tile be dragged to another corner, or sent there with the arrow keys. */
export function useMotion({ stage, corner, onCorner }: MotionOptions): (at: Rect) => TileMotion {
  const [drag, setDrag] = useState<Drag>();
  const move = (event: PointerEvent): void => {
    if (!drag || drag.pointer !== event.pointerId) return;
    const offset = { x: event.clientX - drag.from.x, y: event.clientY - drag.from.y };
    const isMoving = drag.isMoving || Math.hypot(offset.x, offset.y) > THRESHOLD;
    // Captured only now: a captured press would never become a click on the button inside.
    if (isMoving && !drag.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ ...drag, offset, isMoving });
  };
  const drop = (at: Rect): void => {
    if (drag?.isMoving) onCorner(nearestCorner(centerOf(at, drag.offset), stage));
    setDrag(undefined);
  };
  return (at) => ({
    offset: drag?.isMoving ? drag.offset : { x: 0, y: 0 },
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      const from = { x: event.clientX, y: event.clientY };
      setDrag({ pointer: event.pointerId, from, offset: { x: 0, y: 0 }, isMoving: false });
    },
    onPointerMove: move,
    onPointerUp: () => drop(at),
    onPointerCancel: () => setDrag(undefined),
    onKeyDown: (event) => {
      const next = cornerTowards(corner, event.key);
      if (!next) return;
      event.preventDefault();
      onCorner(next);
    },
  });
}

function centerOf(at: Rect, offset: { x: number; y: number }): { x: number; y: number } {
  return { x: at.x + offset.x + at.width / 2, y: at.y + offset.y + at.height / 2 };
}

/** The corner an arrow key leads to. */
function cornerTowards(corner: Corner, key: string): Corner | undefined {
  const isTop = corner.startsWith("top");
  const isLeft = corner.endsWith("left");
  switch (key) {
    case "ArrowUp":
      return isLeft ? "top-left" : "top-right";
    case "ArrowDown":
      return isLeft ? "bottom-left" : "bottom-right";
    case "ArrowLeft":
      return isTop ? "top-left" : "bottom-left";
    case "ArrowRight":
      return isTop ? "top-right" : "bottom-right";
    default:
      return undefined;
  }
}
