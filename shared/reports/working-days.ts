import { fail, ok, type Result } from '../base/result.ts';
import type { FormFacts } from './facts.ts';
import { makeCalendar, type Calendar, type Span } from './holidays.ts';
import type { ReportCode } from './sentences.ts';

/**
 * The period of a notice. `years`: those whose holidays are not known, so that only weekends were left out; `suggested`: the last day
 * as it is worked out, which a person may have changed.
 */
export type NoticePeriod = {
  readonly first: string;
  readonly last: string;
  readonly workingDays: number;
  readonly suggested: string;
  readonly years: readonly string[];
};

/** A notice that stands longer than this many days was mistyped. */
const longest = 366;

/**
 * The period that the facts ask for: from its first day on so many working days, the first day among them when it is one; or up to the
 * last day that somebody chose.
 * @param holidays what the office entered
 * @returns a refusal when the chosen last day lies before the first, over a year after it, or has no working day before it
 */
export function noticePeriod(
  { noticeFrom, noticeUntil, workingDays, daysOff }: FormFacts,
  holidays: readonly Span[],
): Result<NoticePeriod, ReportCode> {
  const calendar = makeCalendar(holidays);
  const isWorking = (day: string): boolean => isWeekday(day) && !daysOff.includes(day) && !calendar.isHoliday(day);
  const suggested = lastOf(noticeFrom, workingDays, isWorking);
  const last = noticeUntil === '' ? suggested : noticeUntil;
  const days = last < noticeFrom || daysBetween(noticeFrom, last) > longest ? [] : listDays(noticeFrom, last);
  const counted = days.filter(isWorking).length;
  if (counted === 0) return fail('reports.period', { first: noticeFrom, last });
  return ok({ first: noticeFrom, last, workingDays: counted, suggested, years: unknownYears(days, calendar) });
}

function lastOf(first: string, workingDays: number, isWorking: (day: string) => boolean): string {
  for (let day = first, left = workingDays; ; day = nextDay(day)) {
    if (isWorking(day)) left -= 1;
    if (left === 0) return day;
  }
}

function listDays(first: string, last: string): string[] {
  const days = [first];
  for (let day = first; day < last;) days.push((day = nextDay(day)));
  return days;
}

function unknownYears(days: readonly string[], calendar: Calendar): string[] {
  return [...new Set(days.map((day) => day.slice(0, 4)))].filter((year) => !calendar.knows(year));
}

function isWeekday(day: string): boolean {
  const weekday = new Date(timeOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function daysBetween(first: string, last: string): number {
  return (timeOf(last) - timeOf(first)) / 86_400_000;
}

function nextDay(day: string): string {
  return new Date(timeOf(day) + 86_400_000).toISOString().slice(0, 10);
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** A day as official documents write it: 2026-11-02 → 2026年11月2日 (GB/T 9704-2012, 7.3.5.4: no leading zeros). */
export function officialDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
