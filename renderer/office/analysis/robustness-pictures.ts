import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, CustomSeriesRenderItemReturn } from 'echarts';
import { at } from '#shared/base/at.ts';
import { sayPercent, sayShare } from '#shared/agreement/reading.ts';
import type { CandidateRobustness, Certainty, TrackRobustness } from '#shared/agreement/robustness.ts';
import type { ChartLook } from './chart-look.ts';
import { baseOption, heightOf, legendOf, nameAxis, stepsOf, valueAxis, type Picture } from './picture.ts';

export type IntervalWords = {
  readonly description: string;
  readonly candidate: string;
  readonly rank: string;
  readonly ranks: string;
  readonly share: string;
  readonly line: string;
  readonly certainty: Readonly<Record<Certainty, string>>;
};

/** Candidates on either side of the line that are always shown. */
const near = 8;
const mostShown = 60;

/** Those about whom the line is unsure, and some on either side of it. */
export function nearTheLine({ candidates, line }: TrackRobustness): CandidateRobustness[] {
  const edge = line.kind === 'bands' ? 0 : candidates.filter(({ inside }) => inside).length;
  return candidates
    .filter(
      ({ certainty, rank }, index) =>
        line.kind === 'bands' || certainty === 'open' || (rank !== null && index >= edge - near && index < edge + near),
    )
    .slice(0, mostShown);
}

/** Shapes and fillings tell the three apart without colours. */
const shapes: Readonly<Record<Certainty, string>> = { in: 'circle', open: 'diamond', out: 'circle' };

/** 名次区间: present rank and 95 % interval of those near the line. */
export function intervalPicture(track: TrackRobustness, look: ChartLook, words: IntervalWords): Picture {
  const shown = nearTheLine(track).filter(({ rank }) => rank !== null);
  const labels = shown.map(({ code, name }) => `${code} ${name}`);
  const size = track.line.kind === 'bands' ? null : track.line.size;
  const least = shown.reduce((low, { ranks }) => Math.min(low, ranks[0]), Infinity);
  const end = endOf(shown);
  return {
    height: heightOf(look, labels.length, 2) + look.size * 3,
    option: {
      ...baseOption(look, words.description),
      legend: { ...legendOf(look), itemWidth: look.size, top: 0 },
      grid: { left: look.size * 17, right: look.size * 3, top: look.size * 4, bottom: look.size * 4 },
      xAxis: { ...rankAxis(look, words.rank), min: Math.max(0, Math.floor(least) - 1), max: end },
      yAxis: nameAxis(look, labels, 16),
      series: [
        {
          type: 'custom',
          silent: true,
          renderItem: drawInterval(look),
          encode: { x: [1, 2], y: 0 },
          data: shown.map(({ ranks }, index) => [index, ranks[0], Math.min(ranks[2], end), ranks[2] > end ? 1 : 0]),
          ...(size === null ? {} : { markLine: lineAt(size + 0.5, words.line, look) }),
        },
        ...rankMarks(shown, look, words),
      ],
    },
    table: {
      columns: [words.candidate, words.rank, words.ranks, words.share],
      rows: shown.map(({ rank, ranks, share }, index) => [
        at(labels, index),
        String(rank ?? '—'),
        `${ranks[0]}–${ranks[2]}`,
        sayShare(share),
      ]),
    },
  };
}

/** Whole ranks only; there is no rank 0. */
function rankAxis(look: ChartLook, name: string): Readonly<Record<string, unknown>> {
  const formatter = (rank: number): string => (rank >= 1 ? String(rank) : '');
  return {
    ...valueAxis(look, name),
    minInterval: 1,
    axisLabel: { color: look.soft, fontSize: look.size, formatter },
  };
}

/** One series for each certainty, so that the legend tells them apart. */
function rankMarks(shown: readonly CandidateRobustness[], look: ChartLook, words: IntervalWords) {
  return (['in', 'open', 'out'] as const).map((certainty) => ({
    type: 'scatter',
    name: words.certainty[certainty],
    symbol: shapes[certainty],
    symbolSize: look.size * 0.9,
    itemStyle: {
      color: { in: look.ink, open: look.cut, out: look.paper }[certainty],
      borderColor: look.ink,
      borderWidth: 1.5,
      opacity: 1,
    },
    data: shown.flatMap((candidate, index) => (candidate.certainty === certainty ? [[candidate.rank, index]] : [])),
    tooltip: { formatter: hintOf(shown, words) },
  }));
}

function lineAt(value: number, name: string, look: ChartLook): Readonly<Record<string, unknown>> {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: look.cut, width: 2, type: 'dashed' },
    label: { formatter: name, color: look.cut, fontSize: look.size, position: 'start' },
    data: [{ xAxis: value }],
  };
}

/** Where the scale ends: one very wide interval must not press all others together; it is cut with an arrow. */
function endOf(shown: readonly CandidateRobustness[]): number {
  const highs = shown.map(({ ranks }) => ranks[2]);
  const last = shown.reduce((most, { rank }) => Math.max(most, rank ?? 0), 0);
  return (
    Math.min(
      highs.reduce((most, high) => Math.max(most, high), 0),
      Math.max(2 * last, last + 10),
    ) + 1
  );
}

function drawInterval(look: ChartLook) {
  return (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn => {
    const [x1 = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
    const [x2 = 0] = api.coord([api.value(2), api.value(0)]);
    const width = look.size * 0.35;
    const line = {
      type: 'line' as const,
      shape: { x1, y1: y, x2, y2: y },
      style: { stroke: look.soft, lineWidth: width },
    };
    if (Number(api.value(3)) === 0) return line;
    const points = [-1, 1].map((side) => [x2, y + side * 2 * width]);
    const tip = {
      type: 'polygon' as const,
      shape: { points: [...points, [x2 + 3 * width, y]] },
      style: { fill: look.soft },
    };
    return { type: 'group', children: [line, tip] };
  };
}

function hintOf(shown: readonly CandidateRobustness[], words: IntervalWords) {
  return ({ data }: { readonly data?: unknown }): string => {
    const candidate = shown[Array.isArray(data) ? Number(data[1]) : -1];
    if (candidate === undefined) return '';
    const { code, name, rank, ranks, share } = candidate;
    return `${code} ${name}\n${words.rank} ${rank ?? '—'}\n${words.ranks} ${ranks[0]}–${ranks[2]}\n${words.share} ${sayShare(share)}`;
  };
}

export type BandWords = {
  readonly description: string;
  readonly candidate: string;
  readonly axis: string;
};

/** 等次把握: for every candidate the share of samples in each band, in the order of the bands. */
export function bandPicture(
  track: TrackRobustness,
  bands: readonly string[],
  look: ChartLook,
  words: BandWords,
): Picture {
  const shown = track.candidates.slice(0, mostShown);
  const labels = shown.map(({ code, name }) => `${code} ${name}`);
  return {
    height: heightOf(look, labels.length, 2.2) + look.size * 3,
    option: {
      ...baseOption(look, words.description),
      color: stepsOf(look, bands.length),
      legend: { ...legendOf(look), itemWidth: look.size * 2, top: 0 },
      grid: { left: look.size * 17, right: look.size * 3, top: look.size * 3, bottom: look.size * 4 },
      xAxis: {
        ...valueAxis(look, words.axis),
        max: 100,
        axisLabel: { formatter: '{value}%', color: look.soft, fontSize: look.size },
      },
      yAxis: nameAxis(look, labels, 16),
      series: bands.map((band) => ({
        type: 'bar',
        name: band,
        stack: 'bands',
        barWidth: '60%',
        itemStyle: { borderColor: look.ink, borderWidth: 1 },
        // Nothing is drawn for what never happens, not even its border.
        data: shown.map((candidate) => Math.round((candidate.bands[band] ?? 0) * 1000) / 10 || null),
      })),
    },
    table: {
      columns: [words.candidate, ...bands],
      rows: shown.map((candidate, index) => [
        at(labels, index),
        ...bands.map((band) => sayPercent(candidate.bands[band] ?? 0)),
      ]),
    },
  };
}
