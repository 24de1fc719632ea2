import { at } from '#shared/base/at.ts';
import type { PicturedCandidate, TrackAgreement } from '#shared/agreement/agreement.ts';
import { mean } from '#shared/agreement/moments.ts';
import type { Names } from '#shared/agreement/read-agreement.ts';
import { sayPoints } from '#shared/agreement/reading.ts';
import type { ChartLook } from './chart-look.ts';
import { baseOption, contrastOn, heightOf, nameAxis, type Picture, type PictureTable } from './picture.ts';

export type HeatWords = {
  readonly description: string;
  readonly candidate: string;
  readonly mean: string;
  readonly outlier: string;
  readonly points: string;
};

/** Candidates drawn at most; more would be thinner than a pixel. */
export const mostHeated = 400;

/** Candidates by the mean of their totals, highest first. */
export function orderByMean(candidates: readonly PicturedCandidate[]): PicturedCandidate[] {
  return candidates.toSorted((a, b) => meanOf(b) - meanOf(a));
}

function meanOf({ totals }: PicturedCandidate): number {
  return mean(totals.flatMap((total) => total ?? []));
}

/** 专家 × 评审对象: every total as a cell, with a diamond on those far out of line. */
export function heatPicture(track: TrackAgreement, names: Names, look: ChartLook, words: HeatWords): Picture {
  const candidates = orderByMean(track.candidates ?? []).slice(0, mostHeated);
  const experts = track.experts.map(({ expertId }) => names.get(expertId) ?? expertId);
  const cells = candidates.flatMap(({ totals }, column) =>
    totals.flatMap((total, row) => (total === null ? [] : [[column, row, total / 100]])),
  );
  const scale = scaleOf(cells);
  const marked = findMarked(track, candidates);
  const labelled = candidates.length <= 30;
  return {
    height: heightOf(look, experts.length, 2) + look.size * 4,
    option: {
      ...baseOption(look, words.description),
      grid: { left: look.size * 9, right: look.size * 2, top: look.size, bottom: look.size * 8 },
      xAxis: {
        type: 'category',
        data: candidates.map(({ code }) => code),
        axisLabel: { color: look.soft, fontSize: look.size, rotate: 60, hideOverlap: true },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: look.line } },
      },
      yAxis: nameAxis(look, experts, 8),
      visualMap: rampOf(scale, look, words),
      series: [
        {
          type: 'heatmap',
          data: cells.map((value) => ({ value, label: labelIn(value, marked, inkOn(at(value, 2), scale, look)) })),
          label: { show: labelled, fontSize: 12, formatter: labelOf },
          itemStyle: { borderColor: look.paper, borderWidth: labelled ? 1 : 0 },
          tooltip: { formatter: hintOf(candidates, experts, words) },
        },
        outlierMarks(marked, look, words, labelled),
      ],
    },
    table: heatTable(candidates, experts, words),
  };
}

function heatTable(
  candidates: readonly PicturedCandidate[],
  experts: readonly string[],
  words: HeatWords,
): PictureTable {
  return {
    columns: [words.candidate, words.mean, ...experts],
    rows: candidates.map((candidate) => [
      `${candidate.code} ${candidate.name}`,
      sayPoints(meanOf(candidate)),
      ...candidate.totals.map((total) => (total === null ? '—' : sayPoints(total))),
    ]),
  };
}

/** The figure of a cell: in its middle, or below the mark that shares the cell. */
function labelIn(cell: readonly number[], marked: readonly (readonly [number, number])[], color: string) {
  const shared = marked.some(([column, row]) => column === cell[0] && row === cell[1]);
  return shared ? { color, position: 'insideBottom', distance: 1 } : { color };
}

type Scale = { readonly least: number; readonly most: number };

function scaleOf(cells: readonly (readonly number[])[]): Scale {
  const values = cells.map((cell) => at(cell, 2));
  return {
    least: Math.floor(values.reduce((low, value) => Math.min(low, value), Infinity)),
    most: Math.ceil(values.reduce((high, value) => Math.max(high, value), 0)),
  };
}

/** The colour of the figure in a cell: what stands out better from the cell's own. */
function inkOn(value: number, { least, most }: Scale, { ramp, ink, paper }: ChartLook): string {
  const share = most === least ? 0 : (value - least) / (most - least);
  return contrastOn(ramp, share, ink) >= contrastOn(ramp, share, paper) ? ink : paper;
}

function rampOf({ least, most }: Scale, look: ChartLook, { points }: HeatWords) {
  return {
    min: least,
    max: most,
    calculable: false,
    text: [`${most} ${points}`, `${least} ${points}`],
    seriesIndex: 0,
    orient: 'horizontal',
    left: 'center',
    bottom: 0,
    inRange: { color: [...look.ramp] },
    textStyle: { color: look.soft, fontSize: look.size },
  };
}

type Cell = { readonly data?: unknown };

function cellOf({ data }: Cell): readonly number[] {
  const value: unknown = typeof data === 'object' && data !== null && 'value' in data ? data.value : data;
  return Array.isArray(value) ? value.map(Number) : [0, 0, 0];
}

function labelOf(cell: Cell): string {
  return at(cellOf(cell), 2).toFixed(0);
}

function hintOf(candidates: readonly PicturedCandidate[], experts: readonly string[], { points }: HeatWords) {
  return (cell: Cell): string => {
    const [column = 0, row = 0, total = 0] = cellOf(cell);
    const candidate = candidates[column];
    return `${candidate?.code ?? ''} ${candidate?.name ?? ''}\n${experts[row] ?? ''}: ${total.toFixed(1)} ${points}`;
  };
}

/** Column and row of every sheet that is far out of line. */
function findMarked(
  { outliers, experts }: TrackAgreement,
  candidates: readonly PicturedCandidate[],
): (readonly [column: number, row: number])[] {
  const columns = new Map(candidates.map(({ candidateId }, column) => [candidateId, column]));
  const rows = new Map(experts.map(({ expertId }, row) => [expertId, row]));
  return outliers.flatMap(({ candidateId, expertId }) => {
    const column = columns.get(candidateId);
    return column === undefined ? [] : [[column, rows.get(expertId) ?? 0] as const];
  });
}

function outlierMarks(
  marked: readonly (readonly [number, number])[],
  look: ChartLook,
  words: HeatWords,
  labelled: boolean,
): Readonly<Record<string, unknown>> {
  return {
    type: 'scatter',
    name: words.outlier,
    symbol: 'diamond',
    symbolSize: look.size * (labelled ? 0.65 : 0.8),
    symbolOffset: [0, labelled ? -look.size * 0.55 : 0],
    itemStyle: { color: look.paper, borderColor: look.ink, borderWidth: 1.5 },
    silent: true,
    data: marked.map(([column, row]) => [column, row]),
  };
}
