/** A rectangle on the stage, in CSS pixels from its top left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is to be placed. */
export interface LayoutTile {
  readonly id: string;
  readonly kind: "face" | "screen";
  readonly isSelf: boolean;
}

export type Corner = "top-left" | "top-right" | "bottom-left" | "bottom-right";

/** Where a tile stands and as what. */
export interface Place extends Rect {
  readonly role: "main" | "grid" | "strip" | "floating";
}

export interface LayoutRequest {
  readonly stage: Size;
  /** In the order they are to keep. */
  readonly tiles: readonly LayoutTile[];
  /** The tile shown large, if any. */
  readonly spotlight?: string | undefined;
  /** Where the own tile floats when two talk. */
  readonly corner: Corner;
}

/** Space between tiles. CSS pixels. */
export const GAP = 12;

/**
 * A face is cut to fit, but never more than this. Width by height. Cameras give wide pictures, so
 * only a stage that is held upright cuts them to less than a square.
 */
const NARROWEST = 3 / 4;
const SQUARE = 1;
const WIDEST = 16 / 9;

/** The part of the stage that the strip takes, and its bounds in CSS pixels. */
const STRIP_SHARE = 0.2;
const STRIP_LEAST = 88;
const STRIP_MOST = 240;

const FLOATING_SHARE = 0.26;
const FLOATING_LEAST = 104;
const FLOATING_MOST = 360;

/**
 * Where every tile stands. Alone: one tile. Two: the other one large, the own one floating. More:
 * equal tiles. With a spotlight: that one large, the others in a strip beside or below it. The
 * order of the tiles is never changed, so nobody moves unless the shape of the grid must change.
 */
export function layOut(request: LayoutRequest): ReadonlyMap<string, Place> {
  const { stage, tiles, spotlight } = request;
  if (stage.width <= 0 || stage.height <= 0 || tiles.length === 0) return new Map();
  const large = tiles.find(({ id }) => id === spotlight);
  if (large && tiles.length > 1) return spotlit(stage, tiles, large);
  if (tiles.length === 2 && tiles.some(({ isSelf }) => isSelf)) return pair(request);
  return grid(stage, tiles);
}

/** The corner a tile that was let go of belongs to. */
export function nearestCorner(center: { x: number; y: number }, stage: Size): Corner {
  const isTop = center.y < stage.height / 2;
  const isLeft = center.x < stage.width / 2;
  if (isTop) return isLeft ? "top-left" : "top-right";
  return isLeft ? "bottom-left" : "bottom-right";
}

function pair({ stage, tiles, corner }: LayoutRequest): ReadonlyMap<string, Place> {
  const main = largeRect("face", { x: 0, y: 0, ...stage });
  return new Map(
    tiles.map((tile): [string, Place] => [
      tile.id,
      tile.isSelf ? { ...floating(main, corner), role: "floating" } : { ...main, role: "main" },
    ]),
  );
}

/** Inside the large tile, so that it never hangs over its edge. */
function floating(main: Rect, corner: Corner): Rect {
  const aspect = isUpright(main) ? NARROWEST : WIDEST;
  const width = clamp(main.width * FLOATING_SHARE, FLOATING_LEAST, FLOATING_MOST);
  const height = width / aspect;
  return {
    x: corner.endsWith("left") ? main.x + GAP : main.x + main.width - width - GAP,
    y: corner.startsWith("top") ? main.y + GAP : main.y + main.height - height - GAP,
    width,
    height,
  };
}

function spotlit(
  stage: Size,
  tiles: readonly LayoutTile[],
  large: LayoutTile,
): ReadonlyMap<string, Place> {
  const others = tiles.filter((tile) => tile !== large);
  const isWide = stage.width > stage.height * 1.2;
  const strip = clamp((isWide ? stage.width : stage.height) * STRIP_SHARE, STRIP_LEAST, STRIP_MOST);
  const main: Rect = isWide
    ? { x: 0, y: 0, width: stage.width - strip - GAP, height: stage.height }
    : { x: 0, y: 0, width: stage.width, height: stage.height - strip - GAP };
  const cells = isWide
    ? column({ x: main.width + GAP, y: 0, width: strip, height: stage.height }, others.length)
    : row({ x: 0, y: main.height + GAP, width: stage.width, height: strip }, others.length);
  const places = new Map<string, Place>([
    [large.id, { ...largeRect(large.kind, main), role: "main" }],
  ]);
  for (const [index, tile] of others.entries()) {
    const cell = cells[index];
    if (cell) places.set(tile.id, { ...cell, role: "strip" });
  }
  return places;
}

function column(area: Rect, count: number): readonly Rect[] {
  const height = Math.min(area.width / WIDEST, (area.height - GAP * (count - 1)) / count);
  const top = area.y + (area.height - stacked(height, count)) / 2;
  return times(count, (index) => ({ ...area, y: top + index * (height + GAP), height }));
}

function row(area: Rect, count: number): readonly Rect[] {
  const width = Math.min(area.height * WIDEST, (area.width - GAP * (count - 1)) / count);
  const left = area.x + (area.width - stacked(width, count)) / 2;
  return times(count, (index) => ({ ...area, x: left + index * (width + GAP), width }));
}

function grid(stage: Size, tiles: readonly LayoutTile[]): ReadonlyMap<string, Place> {
  const columns = bestColumns(stage, tiles.length);
  const rows = Math.ceil(tiles.length / columns);
  const size = tileSize(stage, columns, rows);
  const top = (stage.height - stacked(size.height, rows)) / 2;
  return new Map(
    tiles.map((tile, index): [string, Place] => {
      const line = Math.floor(index / columns);
      const inLine = line === rows - 1 ? tiles.length - line * columns : columns;
      const left = (stage.width - stacked(size.width, inLine)) / 2;
      return [
        tile.id,
        {
          x: left + (index % columns) * (size.width + GAP),
          y: top + line * (size.height + GAP),
          ...size,
          role: "grid",
        },
      ];
    }),
  );
}

/** As many columns as make the tiles largest; of equals the fewest. */
function bestColumns(stage: Size, count: number): number {
  let best = { columns: 1, area: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const { width, height } = tileSize(stage, columns, Math.ceil(count / columns));
    if (width * height > best.area + 1) best = { columns, area: width * height };
  }
  return best.columns;
}

function tileSize(stage: Size, columns: number, rows: number): Size {
  const cell = {
    width: Math.max(0, (stage.width - GAP * (columns - 1)) / columns),
    height: Math.max(0, (stage.height - GAP * (rows - 1)) / rows),
  };
  return fit(cell, isUpright(stage) ? NARROWEST : SQUARE);
}

/** The largest size inside a cell that cuts no face too much. */
function fit(cell: Size, narrowest: number): Size {
  const aspect = clamp(cell.width / cell.height, narrowest, WIDEST);
  const width = Math.min(cell.width, cell.height * aspect);
  return { width, height: width / aspect };
}

/** A screen takes all there is and is shown whole; on a phone held upright a face does, too. */
function largeRect(kind: LayoutTile["kind"], area: Rect): Rect {
  if (kind === "screen" || isUpright(area)) return area;
  const size = fit(area, SQUARE);
  return {
    x: area.x + (area.width - size.width) / 2,
    y: area.y + (area.height - size.height) / 2,
    ...size,
  };
}

function isUpright({ width, height }: Size): boolean {
  return width < height;
}

function stacked(length: number, count: number): number {
  return length * count + GAP * (count - 1);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
