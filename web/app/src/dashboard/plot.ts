import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

/** One line or one row of bars. */
interface Series {
  readonly label: string;
  /** A custom property of tokens.css. */
  readonly colour: `--${string}`;
  readonly values: readonly (number | null)[];
}

/** What a chart over time shows. */
export interface Picture {
  readonly kind: "bars" | "lines";
  /** The begin of each hour. */
  readonly hours: readonly Date[];
  readonly series: readonly Series[];
}

/** How it is written. */
export interface Writing {
  readonly time: string;
  readonly hour: (at: Date) => string;
  readonly moment: (at: Date) => string;
  readonly value: (value: number) => string;
}

export interface Plot {
  /** Shows newer numbers of the same series. */
  readonly show: (picture: Picture) => void;
  readonly close: () => void;
}

const HOUR = 3600;
const HEIGHT = 200;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000, 1_000_000];

/** Draws a chart as wide as its holder, in the colours of the theme in use. */
export function openPlot(holder: HTMLElement, picture: Picture, writing: Writing): Plot {
  const chart = new uPlot(options(holder, picture, writing), dataOf(picture), holder);
  const watch = new ResizeObserver(() => {
    chart.setSize({ width: holder.clientWidth, height: HEIGHT });
  });
  watch.observe(holder);
  return {
    show: (next) => chart.setData(dataOf(next)),
    close: () => {
      watch.disconnect();
      chart.destroy();
    },
  };
}

function dataOf({ hours, series }: Picture): uPlot.AlignedData {
  return [
    hours.map((hour) => hour.getTime() / 1000),
    ...series.map(({ values }) => [...values]),
  ] as uPlot.AlignedData;
}

function options(holder: HTMLElement, picture: Picture, writing: Writing): uPlot.Options {
  return {
    width: holder.clientWidth,
    height: HEIGHT,
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      x: { range: (_plot, from, to) => [from, to + (picture.kind === "bars" ? HOUR : 0)] },
      y: { range: (_plot, _from, to) => [0, Math.max(4, (to ?? 0) * 1.1)] },
    },
    axes: axes(holder, picture, writing),
    series: [
      {
        label: writing.time,
        value: (plot, _at, place, hour) =>
          latest(plot, place, hour, (at) => writing.moment(date(at))),
      },
      ...picture.series.map((series) => seriesOf(holder, picture.kind, series, writing)),
    ],
  };
}

function axes(holder: HTMLElement, { kind }: Picture, writing: Writing): uPlot.Axis[] {
  const stroke = colour(holder, "--muted");
  const grid = { stroke: colour(holder, "--line"), width: 1 };
  const font = `12px ${getComputedStyle(holder).fontFamily}`;
  return [
    {
      stroke,
      font,
      grid: { show: false },
      ticks: grid,
      incrs: [1, 2, 3, 6, 12].map((hours) => hours * HOUR),
      values: (_plot, splits) => splits.map((at) => writing.hour(date(at))),
    },
    {
      stroke,
      font,
      grid,
      ticks: { show: false },
      size: kind === "bars" ? 40 : 56,
      ...(kind === "bars" && { incrs: WHOLE }),
      values: (_plot, splits) => splits.map((value) => writing.value(value)),
    },
  ];
}

function seriesOf(
  holder: HTMLElement,
  kind: Picture["kind"],
  { label, colour: token }: Series,
  writing: Writing,
): uPlot.Series {
  const stroke = colour(holder, token);
  const common: uPlot.Series = {
    label,
    stroke,
    value: (plot, _value, place, hour) => latest(plot, place, hour, writing.value),
  };
  if (kind === "lines") return { ...common, width: 2, points: { show: true, size: 6 } };
  const paths = uPlot.paths.bars?.({ size: [0.8, 48], align: 1, radius: 0.1 });
  return { ...common, width: 0, fill: stroke, points: { show: false }, ...(paths && { paths }) };
}

/** The value under the pointer; while there is none, the newest. */
function latest(
  { data }: uPlot,
  place: number,
  hour: number | null,
  write: (value: number) => string,
): string {
  const values = data[place] ?? [];
  const value = values[hour ?? values.length - 1];
  return value === null || value === undefined ? "–" : write(value);
}

function date(seconds: number): Date {
  return new Date(seconds * 1000);
}

/** A canvas knows no custom properties: what the browser makes of one here, in this theme. */
function colour(holder: HTMLElement, token: string): string {
  const probe = holder.appendChild(document.createElement("span"));
  probe.style.color = `var(${token})`;
  const made = getComputedStyle(probe).color;
  probe.remove();
  return made;
}
