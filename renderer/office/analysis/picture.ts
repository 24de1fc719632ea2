import type { EChartsCoreOption } from 'echarts/core';
import type { ChartLook } from './chart-look.ts';

/** The figures of a picture as a table: its text alternative. */
export type PictureTable = {
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
};

/** A picture ready to be drawn. */
export type Picture = {
  /** Pixels. */
  readonly height: number;
  readonly option: EChartsCoreOption;
  readonly table: PictureTable;
};

/** What all pictures have in common. Hints are drawn as plain text, since names come from outside. */
export function baseOption(look: ChartLook, description: string): EChartsCoreOption {
  const textStyle = { fontFamily: look.font, fontSize: look.size, color: look.ink };
  return {
    animation: false,
    backgroundColor: look.paper,
    textStyle,
    aria: { enabled: true, label: { description } },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.paper,
      borderColor: look.line,
      textStyle,
    },
  };
}

/** What a legend looks like; symbols keep their shape. */
export function legendOf(look: ChartLook): Readonly<Record<string, unknown>> {
  return {
    textStyle: { color: look.ink, fontSize: look.size },
    itemWidth: look.size,
    itemHeight: look.size,
    itemGap: look.size * 1.5,
  };
}

/** An axis of values. */
export function valueAxis(look: ChartLook, name: string): Readonly<Record<string, unknown>> {
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: look.size * 2.2,
    nameTextStyle: { color: look.soft, fontSize: look.size },
    axisLabel: { color: look.soft, fontSize: look.size },
    axisLine: { lineStyle: { color: look.line } },
    splitLine: { lineStyle: { color: look.line, type: [2, 4] } },
  };
}

/** An axis of names, the first on top. */
export function nameAxis(look: ChartLook, names: readonly string[], width = 12): Readonly<Record<string, unknown>> {
  return {
    type: 'category',
    data: names,
    inverse: true,
    axisLabel: { color: look.ink, fontSize: look.size, width: look.size * width, overflow: 'truncate', interval: 0 },
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
  };
}

const hatch = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4] };

/** Patterns that tell bars apart in print: plain, then hatchings and dots in the colour of the paper. */
export function patternOf(look: ChartLook, index: number): Readonly<Record<string, unknown>> | undefined {
  const patterns = [
    undefined,
    { ...hatch, rotation: 0.8 },
    {
      symbol: 'circle',
      dashArrayX: [
        [8, 8],
        [0, 8, 8, 0],
      ],
      dashArrayY: [6, 0],
      symbolSize: 0.7,
    },
    { ...hatch, rotation: -0.8 },
    { ...hatch, dashArrayY: [2, 6], rotation: Math.PI / 2 },
  ];
  const pattern = patterns[index % patterns.length];
  return pattern === undefined ? undefined : { ...pattern, color: look.paper };
}

/** Colours from the strongest to the faintest, in even steps: their order shows in print. */
export function stepsOf({ ramp }: ChartLook, count: number): string[] {
  return Array.from({ length: count }, (_, step) => {
    const share = count < 2 ? 0 : step / (count - 1);
    return `rgb(${mix(ramp, 1 - share)
      .map(Math.round)
      .join(', ')})`;
  });
}

/** Red, green and blue of a colour as tokens give it. */
function partsOf(colour: string): number[] {
  return (colour.match(/\d+(?:\.\d+)?/g) ?? []).slice(0, 3).map(Number);
}

/** A colour of the ramp: 0 the faintest, 1 the strongest. */
function mix([faint, strong]: ChartLook['ramp'], share: number): number[] {
  const from = partsOf(faint);
  return partsOf(strong).map((part, index) => part * share + (from[index] ?? part) * (1 - share));
}

/** Contrast of a colour upon a place of the ramp, as WCAG 2 counts it: 1 … 21. */
export function contrastOn(ramp: ChartLook['ramp'], share: number, colour: string): number {
  const [a, b] = [luminance(mix(ramp, share)), luminance(partsOf(colour))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Height of a picture with one band for each name. */
export function heightOf(look: ChartLook, names: number, perName = 2.2): number {
  return Math.round(look.size * (names * perName + 7));
}
