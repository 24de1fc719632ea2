import { at } from '#shared/base/at.ts';
import type { PicturedCandidate, TrackAgreement } from '#shared/agreement/agreement.ts';
import { sayPercent } from '#shared/agreement/reading.ts';
import type { ChartLook } from './chart-look.ts';
import { baseOption, legendOf, nameAxis, patternOf, valueAxis, type Picture } from './picture.ts';

export type ProfileWords = { readonly description: string; readonly category: string; readonly axis: string };
export type ProfileShape = 'radar' | 'bars';

/** Candidates compared at most: more lines cannot be told apart. */
export const mostCompared = 5;

const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin'];
const symbolAt = (index: number): string => at(symbols, index % symbols.length);
const dashes = ['solid', 'dashed', 'dotted', [12, 4, 2, 4], [2, 2]] as const;

type Categories = TrackAgreement['categories'];

/** 一级指标得分率: the share of points in each category of up to five candidates, by lines, symbols and patterns. */
export function profilePicture(
  categories: Categories,
  compared: readonly PicturedCandidate[],
  shape: ProfileShape,
  look: ChartLook,
  words: ProfileWords,
): Picture {
  const labels = compared.map(({ code, name }) => `${code} ${name}`);
  const shares = compared.map(({ profile }) => profile.map((points, index) => points / at(categories, index).max));
  const option =
    shape === 'radar'
      ? radarOption(categories, labels, shares, look)
      : barOption(categories, labels, shares, look, words);
  return {
    height: shape === 'radar' ? look.size * 34 : look.size * (categories.length * (compared.length * 1.3 + 1.5) + 9),
    option: {
      ...baseOption(look, words.description),
      color: [...look.series],
      legend: {
        ...legendOf(look),
        ...(shape === 'bars' ? { itemWidth: look.size * 2 } : {}),
        bottom: 0,
        data: labels.map((name, index) => (shape === 'bars' ? { name } : { name, icon: symbolAt(index) })),
      },
      ...option,
    },
    table: {
      columns: [words.category, ...labels],
      rows: categories.map(({ name }, index) => [name, ...shares.map((own) => sayPercent(at(own, index)))]),
    },
  };
}

function radarOption(
  categories: Categories,
  labels: readonly string[],
  shares: readonly (readonly number[])[],
  look: ChartLook,
): Readonly<Record<string, unknown>> {
  // Strong candidates are close together near the rim: the centre is moved out as far as all of them allow, and says so.
  const least = shares.flat().reduce((low, share) => Math.min(low, share), 1);
  const low = Math.min(80, Math.floor(least * 10 - 1) * 10);
  const min = low < 50 ? 0 : low;
  const scale = { show: true, color: look.soft, fontSize: look.size - 1, formatter: '{value}%' };
  return {
    radar: {
      radius: '68%',
      center: ['50%', '47%'],
      splitNumber: min === 0 ? 5 : (100 - min) / 10,
      indicator: categories.map(({ name }, index) => ({
        name,
        max: 100,
        min,
        ...(index === 0 ? { axisLabel: scale } : {}),
      })),
      axisName: { color: look.ink, fontSize: look.size, fontFamily: look.font },
      splitLine: { lineStyle: { color: look.line } },
      axisLine: { lineStyle: { color: look.line } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        data: labels.map((name, index) => ({
          name,
          value: at(shares, index).map(percent),
          symbol: symbolAt(index),
          symbolSize: look.size * 0.7,
          lineStyle: { width: 2.5, type: dashes[index % dashes.length] },
        })),
      },
    ],
  };
}

function barOption(
  categories: Categories,
  labels: readonly string[],
  shares: readonly (readonly number[])[],
  look: ChartLook,
  words: ProfileWords,
): Readonly<Record<string, unknown>> {
  return {
    grid: { left: look.size * 13, right: look.size * 4, top: look.size, bottom: look.size * 7 },
    xAxis: {
      ...valueAxis(look, words.axis),
      min: 0,
      max: 100,
      axisLabel: { formatter: '{value}%', color: look.soft, fontSize: look.size },
    },
    yAxis: nameAxis(
      look,
      categories.map(({ name }) => name),
    ),
    series: labels.map((name, index) => ({
      type: 'bar',
      name,
      itemStyle: { borderColor: look.ink, borderWidth: 1, decal: patternOf(look, index) },
      data: at(shares, index).map(percent),
    })),
  };
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
