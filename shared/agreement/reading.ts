import type { Language, Sentence } from '../base/sentence.ts';
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

/** A coefficient with two decimals. */
export function sayCoefficient(value: number): string {
  return value.toFixed(2).replace(/^-0\.00$/, '0.00');
}

/** p as papers print it. */
export function sayChance(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`;
}
