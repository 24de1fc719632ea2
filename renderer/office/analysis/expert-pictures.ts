import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, CustomSeriesRenderItemReturn } from 'echarts';
import { at } from '#shared/base/at.ts';
import type { TrackAgreement } from '#shared/agreement/agreement.ts';
import type { ExpertProfile } from '#shared/agreement/experts.ts';
import type { Names } from '#shared/agreement/read-agreement.ts';
import { sayPoints, saySigned } from '#shared/agreement/reading.ts';
import type { ChartLook } from './chart-look.ts';
import { baseOption, heightOf, nameAxis, patternOf, valueAxis, type Picture } from './picture.ts';

export type DistributionWords = {
  readonly description: string;
  readonly expert: string;
  readonly points: string;
  readonly columns: readonly [least: string, first: string, median: string, third: string, most: string, mean: string];
};

/** Single totals are drawn up to this many. */
const mostPoints = 4000;

/** 分数分布: a box for every expert over the strip of the single totals. */
export function distributionPicture(
  { experts, candidates, maximum, sheets }: TrackAgreement,
  names: Names,
  look: ChartLook,
  words: DistributionWords,
): Picture {
  const labels = experts.map(({ expertId }) => names.get(expertId) ?? expertId);
  const boxes = experts.map(({ distribution: { least, quartiles, most } }) =>
    [least, ...quartiles, most].map((value) => value / 100),
  );
  const least = boxes.reduce((low, box) => Math.min(low, at(box, 0)), maximum / 100);
  const strip = sheets > mostPoints ? [] : stripOf(candidates ?? [], experts.length);
  return {
    height: heightOf(look, labels.length, 3),
    option: {
      ...baseOption(look, words.description),
      grid: { left: look.size * 9, right: look.size * 3, top: look.size, bottom: look.size * 4 },
      xAxis: { ...valueAxis(look, words.points), min: Math.max(0, Math.floor(least / 10) * 10), max: maximum / 100 },
      yAxis: [
        nameAxis(look, labels, 8),
        // The strip lies on a scale of its own, which runs through the names' bands.
        { type: 'value', min: 0, max: Math.max(1, labels.length), inverse: true, show: false },
      ],
      series: [stripSeries(strip, look), boxSeries(boxes, look)],
    },
    table: {
      columns: [words.expert, ...words.columns],
      rows: experts.map(({ distribution: { least: low, quartiles, most, mean } }, index) => [
        at(labels, index),
        ...[low, ...quartiles, most, mean].map(sayPoints),
      ]),
    },
  };
}

function stripSeries(data: readonly (readonly number[])[], look: ChartLook) {
  return {
    type: 'scatter',
    yAxisIndex: 1,
    data,
    symbolSize: 4,
    silent: true,
    itemStyle: { color: look.soft, opacity: 0.35 },
  };
}

function boxSeries(data: readonly (readonly number[])[], look: ChartLook) {
  return {
    type: 'boxplot',
    data,
    boxWidth: [look.size * 0.9, look.size * 1.3],
    itemStyle: { color: 'transparent', borderColor: look.primary, borderWidth: 2 },
  };
}

/** Totals as points: value, and a place in the expert's band that spreads them without chance. */
function stripOf(candidates: NonNullable<TrackAgreement['candidates']>, experts: number): [number, number][] {
  return candidates.flatMap(({ totals }, index) =>
    Array.from({ length: experts }, (_, expert) => totals[expert] ?? null).flatMap(
      (total, expert): [number, number][] =>
        total === null ? [] : [[total / 100, expert + 0.3 + 0.4 * ((index * 0.618_034) % 1)]],
    ),
  );
}

export type SeverityWords = {
  readonly description: string;
  readonly expert: string;
  readonly axis: string;
  readonly error: string;
};

/** 宽严: a bar for every expert's effect with ± two standard errors. */
export function severityPicture(
  { experts }: TrackAgreement,
  names: Names,
  look: ChartLook,
  words: SeverityWords,
): Picture {
  const ordered = experts.toSorted((a, b) => b.effect - a.effect);
  const labels = ordered.map(({ expertId }) => names.get(expertId) ?? expertId);
  return {
    height: heightOf(look, labels.length),
    option: {
      ...baseOption(look, words.description),
      grid: { left: look.size * 9, right: look.size * 3, top: look.size, bottom: look.size * 4 },
      xAxis: valueAxis(look, words.axis),
      yAxis: { ...nameAxis(look, labels, 8), axisLine: { show: false } },
      series: [
        {
          type: 'bar',
          barWidth: '55%',
          data: ordered.map((expert) => effectBar(expert, look)),
        },
        errorLines(ordered, look),
      ],
    },
    table: {
      columns: [words.expert, words.axis, words.error],
      rows: ordered.map(({ effect, standardError }, index) => [
        at(labels, index),
        saySigned(effect),
        standardError === null ? '—' : `± ${sayPoints(2 * standardError)}`,
      ]),
    },
  };
}

function errorLines(ordered: readonly ExpertProfile[], look: ChartLook) {
  return {
    type: 'custom',
    silent: true,
    z: 5,
    renderItem: drawError(look),
    encode: { x: [1, 2], y: 0 },
    data: ordered.map(({ effect, standardError }, index) => {
      const reach = 2 * (standardError ?? 0);
      return [index, round(effect - reach), round(effect + reach)];
    }),
  };
}

/** Bars of those pointed out are hatched as well as coloured. */
function effectBar({ effect, flags }: ExpertProfile, look: ChartLook) {
  const flagged = flags.includes('lenient') || flags.includes('severe');
  return {
    value: round(effect),
    itemStyle: {
      color: flagged ? look.primary : look.paper,
      borderColor: look.ink,
      borderWidth: 1,
      ...(flagged ? { decal: patternOf(look, 1) } : {}),
    },
  };
}

function round(hundredths: number): number {
  return Math.round(hundredths) / 100;
}

/** A line from the second to the third value of an item at the height of the first, with ends. */
function drawError(look: ChartLook) {
  return (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn => {
    const [left = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
    const [right = 0] = api.coord([api.value(2), api.value(0)]);
    const style = { stroke: look.ink, lineWidth: 1.5 };
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style,
    });
    const tick = look.size * 0.35;
    return {
      type: 'group',
      children: [line(left, y, right, y), line(left, y - tick, left, y + tick), line(right, y - tick, right, y + tick)],
    };
  };
}
