import { describe, expect, it } from "vitest";
import {
  GAP,
  layOut,
  nearestCorner,
  type LayoutTile,
  type Place,
  type Size,
} from "./grid-layout.ts";

const PHONE: Size = { width: 336, height: 560 };
const DESK: Size = { width: 1256, height: 676 };
const WALL: Size = { width: 3816, height: 2036 };
const STAGES = { PHONE, DESK, WALL } as const;

const face = (id: string): LayoutTile => ({ id, kind: "face", isSelf: id === "me" });
const screen = (id: string): LayoutTile => ({ id, kind: "screen", isSelf: false });

/** Oneself and `count - 1` others. */
function people(count: number): LayoutTile[] {
  return ["me", "a", "b", "c", "d", "e", "f", "g"].slice(0, count).map(face);
}

function placesOf(stage: Size, tiles: LayoutTile[], spotlight?: string): Map<string, Place> {
  return new Map(layOut({ stage, tiles, spotlight, corner: "bottom-right" }));
}

function place(places: Map<string, Place>, id: string): Place {
  const found = places.get(id);
  if (!found) throw new Error(`${id} has no place`);
  return found;
}

function isInside(stage: Size, at: Place): boolean {
  return (
    at.x >= -0.01 &&
    at.y >= -0.01 &&
    at.x + at.width <= stage.width + 0.01 &&
    at.y + at.height <= stage.height + 0.01
  );
}

function overlap(one: Place, other: Place): boolean {
  return (
    one.x < other.x + other.width - 0.01 &&
    other.x < one.x + one.width - 0.01 &&
    one.y < other.y + other.height - 0.01 &&
    other.y < one.y + one.height - 0.01
  );
}

describe.each(Object.entries(STAGES))("on a stage like a %s", (_name, stage) => {
  it.each([1, 2, 3, 4, 5, 8])("%i people all have a place inside it", (count) => {
    const places = placesOf(stage, people(count));

    expect(places.size).toBe(count);
    expect([...places.values()].every((at) => isInside(stage, at))).toBe(true);
  });

  it.each([3, 4, 6, 8])("%i people have tiles of one size that do not overlap", (count) => {
    const tiles = [...placesOf(stage, people(count)).values()];

    expect(new Set(tiles.map(({ width, height }) => `${width}x${height}`)).size).toBe(1);
    expect(tiles.some((one, i) => tiles.slice(i + 1).some((other) => overlap(one, other)))).toBe(
      false,
    );
  });

  it.each([2, 3, 4, 8])("a spotlight among %i leaves the others in a strip beside it", (count) => {
    const places = placesOf(stage, people(count), "a");
    const others = [...places].filter(([id]) => id !== "a").map(([, at]) => at);

    const large = place(places, "a");
    expect(large.role).toBe("main");
    expect(others.every(({ role }) => role === "strip")).toBe(true);
    expect(others.some((other) => overlap(large, other))).toBe(false);
    expect(others.every((other) => isInside(stage, other))).toBe(true);
    expect(others.every(({ width, height }) => width * height < large.width * large.height)).toBe(
      true,
    );
  });
});

describe("the shape of the room", () => {
  it.each([
    [1, DESK, ["grid"]],
    [2, DESK, ["floating", "main"]],
    [2, PHONE, ["floating", "main"]],
    [3, DESK, ["grid", "grid", "grid"]],
    [4, DESK, ["grid", "grid", "grid", "grid"]],
  ] as const)("%i people stand as %o", (count, stage, roles) => {
    const places = placesOf(stage, people(count));

    expect([...places.values()].map(({ role }) => role)).toEqual(roles);
  });

  it("four people make two rows of two on a desk and on a phone", () => {
    for (const stage of [DESK, PHONE]) {
      const places = [...placesOf(stage, people(4)).values()];

      expect(new Set(places.map(({ x }) => Math.round(x))).size).toBe(2);
      expect(new Set(places.map(({ y }) => Math.round(y))).size).toBe(2);
    }
  });

  it("the fourth person moves nobody of three on a desk that has two columns already", () => {
    const three = placesOf(DESK, people(3));
    const four = placesOf(DESK, people(4));

    for (const id of ["me", "a"]) expect(four.get(id)).toEqual(three.get(id));
  });

  it("a shared screen takes all that the strip leaves", () => {
    const places = placesOf(DESK, [...people(3), screen("a:screen")], "a:screen");

    const large = place(places, "a:screen");
    expect(large.height).toBe(DESK.height);
    expect(large.width).toBeGreaterThan(DESK.width * 0.75);
  });

  it("a face is cut, but never to a slit: between 3:4 and 16:9 in a grid", () => {
    const odd: Size = { width: 2000, height: 300 };

    for (const { width, height } of placesOf(odd, people(3)).values()) {
      expect(width / height).toBeLessThanOrEqual(16 / 9 + 0.01);
      expect(width / height).toBeGreaterThanOrEqual(3 / 4 - 0.01);
    }
  });

  it("a spotlight that is gone leaves the grid as it was", () => {
    expect(placesOf(DESK, people(3), "who left")).toEqual(placesOf(DESK, people(3)));
  });

  it("a stage that is not measured yet places nobody", () => {
    expect(placesOf({ width: 0, height: 0 }, people(4)).size).toBe(0);
  });
});

describe("the own tile", () => {
  it.each(["top-left", "top-right", "bottom-left", "bottom-right"] as const)(
    "floats in the %s corner and is let go of there",
    (corner) => {
      const places = new Map(layOut({ stage: DESK, tiles: people(2), corner }));

      const own = place(places, "me");
      const main = place(places, "a");
      const center = { x: own.x + own.width / 2, y: own.y + own.height / 2 };
      expect(nearestCorner(center, DESK)).toBe(corner);
      const [left, right] = [own.x - main.x, main.x + main.width - own.x - own.width];
      expect(Math.min(left, right)).toBeCloseTo(GAP);
    },
  );
});
