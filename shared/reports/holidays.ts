import { z } from 'zod';
import { daySchema } from './day.ts';

/** Days off from the first to the last. */
export type Span = readonly [first: string, last: string];

/**
 * Days off besides weekends, as the State Council announced them (国务院办公厅关于 2025 年、2026 年部分节假日安排的通知, 国办发明电〔2024〕12号,
 * 〔2025〕7号). Weekend days that are worked in exchange are left out: a notice then stands longer than asked for, never shorter. Each
 * year's arrangement is announced in the autumn before, so that an office enters the next one itself.
 */
export const announcedHolidays: readonly Span[] = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];

/** What an office entered: spans of days off, in the order of the calendar; a year that it enters stands in for the announced one. */
export const holidaysSchema = z
  .array(z.tuple([daySchema, daySchema]).refine(isSpan, 'ends before it begins, or lasts too long'))
  .max(200);

/** Days of the longest span; what is longer was mistyped. */
const longest = 31;

function isSpan([first, last]: Span): boolean {
  return first <= last && Date.parse(last) - Date.parse(first) < longest * 86_400_000;
}

/** Whether a day is a holiday, and whether the holidays of its year are known at all. */
export type Calendar = {
  readonly isHoliday: (day: string) => boolean;
  readonly knows: (year: string) => boolean;
};

/** The announced holidays with those that an office entered. */
export function makeCalendar(own: readonly Span[]): Calendar {
  const ownYears = new Set(own.flatMap(([first, last]) => [yearOf(first), yearOf(last)]));
  const spans = [...announcedHolidays.filter(([first]) => !ownYears.has(yearOf(first))), ...own];
  const known = new Set(spans.flatMap(([first, last]) => [yearOf(first), yearOf(last)]));
  return {
    isHoliday: (day) => spans.some(([first, last]) => day >= first && day <= last),
    knows: (year) => known.has(year),
  };
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

/**
 * Reads spans as people write them: one a line or parted by commas, `2027-01-01至2027-01-03` or a single day.
 * @returns in the order of the calendar; `fault` is the first part that is none
 */
export function readHolidays(text: string): { readonly spans: readonly Span[]; readonly fault: string | null } {
  const parts = text
    .normalize('NFKC')
    .split(/[、,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part): Span | null => {
    const [first = '', last = first, ...more] = part.split(/\s*(?:至|到|to|~|—+)\s*/);
    const span = z.tuple([daySchema, daySchema]).safeParse([first, last]);
    return span.success && isSpan([first, last]) && more.length === 0 ? [first, last] : null;
  });
  const fault = parts.find((_, index) => read[index] === null) ?? null;
  const spans = read.filter((span) => span !== null);
  return { spans: spans.toSorted(([a], [b]) => (a < b ? -1 : 1)), fault };
}

/** Spans as `readHolidays` reads them, one a line. */
export function writeHolidays(spans: readonly Span[]): string {
  return spans.map(([first, last]) => (first === last ? first : `${first}至${last}`)).join('\n');
}
