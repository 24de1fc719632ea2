import type { Language, Sentence } from '../base/sentence.ts';
import type { Icc } from './icc.ts';
import { readingSentences } from './reading-sentences.ts';

export type ReadingCode = keyof typeof readingSentences;

/** A word of a reading: as it is, a list to be joined, or a term in both languages. */
export type ReadingValue = string | number | Sentence | readonly (string | Sentence)[];

/** What a figure means, as data; `describeReading` says it. `good` reassures, `watch` asks for a look, `note` explains. */
export type Reading = {
  readonly code: ReadingCode;
  readonly tone: 'good' | 'watch' | 'note';
  readonly detail: Readonly<Record<string, ReadingValue>>;
};

/** Names of lists that are written out; the rest is counted. */
const written = 5;

/** The sentence of a reading. */
export function describeReading({ code, detail }: Reading, language: Language): string {
  const sentence: Sentence = readingSentences[code];
  const text = language === 'zh-CN' ? sentence.zh : sentence.en;
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => sayValue(detail[name], language));
}

function sayValue(value: ReadingValue | undefined, language: Language): string {
  if (value === undefined) return '…';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if ('zh' in value) return language === 'zh-CN' ? value.zh : value.en;
  const shown = value.slice(0, written).map((each) => sayValue(each, language));
  const list = shown.join(language === 'zh-CN' ? '、' : ', ');
  if (value.length <= written) return list;
  return language === 'zh-CN' ? `${list}等 ${value.length} 个` : `${list} and ${value.length - written} more`;
}

/** Hundredths of a point as points with one decimal: 320 → "3.2". */
export function sayPoints(hundredths: number): string {
  return (hundredths / 100).toFixed(1);
}

/** A share as whole per cent; never 100 or 0 unless it is. */
export function sayPercent(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return '>99%';
  return percent === 0 && share > 0 ? '<1%' : `${percent}%`;
}

/** Points with their sign: +1.2, −0.4, and 0.0 without one. */
export function saySigned(hundredths: number): string {
  const points = sayPoints(Math.abs(hundredths));
  return points === '0.0' ? points : `${hundredths < 0 ? '−' : '+'}${points}`;
}

/** How often a candidate stands where it stands: as `sayPercent`, but never rounded onto 95 % or 5 % from the unsure side. */
export function sayShare(share: number): string {
  const percent = Math.round(share * 100);
  const unsure = share > 0.05 && share < 0.95;
  return unsure && (percent === 95 || percent === 5) ? `${(share * 100).toFixed(1)}%` : sayPercent(share);
}

/** A coefficient that is graded by bounds: with a third decimal where two would round it onto one that it does not reach. */
export function sayGraded(value: number, bounds: readonly number[]): string {
  const rounded = Number(value.toFixed(2));
  return bounds.some((bound) => value < bound && rounded >= bound) ? value.toFixed(3) : sayCoefficient(value);
}

/** A coefficient with two decimals, 1 only when it is; a dash where there is none. */
export function sayCoefficient(value: number | null): string {
  if (value === null) return '—';
  if (value < 1 && value >= 0.995) return (Math.floor(value * 1000) / 1000).toFixed(3);
  return value
    .toFixed(2)
    .replace(/^-0\.00$/, '0.00')
    .replace('-', '−');
}

/** The lower limit of a reliability: what lies below 0 says no more than that. */
export function sayLimit(value: number | null): ReadingValue {
  return value === null || value < 0 ? { zh: '0 以下', en: 'below 0' } : sayCoefficient(value);
}

/** p as papers print it. */
export function sayChance(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`;
}

/** The F test of an intraclass correlation; a dash where there is no residual to test against. */
export function sayFisher({ f, df, p }: Icc): string {
  return f === null || p === null ? '—' : `F(${df.join(', ')}) = ${f.toFixed(2)}, p ${sayChance(p)}`;
}
