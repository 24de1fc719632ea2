/**
 * Days off besides weekends, as the State Council announced them (国务院办公厅关于 2026 年部分节假日安排的通知). Weekend days that
 * are worked in exchange are left out: a notice then stands longer than asked for, never shorter.
 */
const knownDaysOff: Readonly<Record<string, readonly (readonly [first: string, last: string])[]>> = {
  2026: [
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ],
};

/** The period of a notice. `years`: those whose holidays the program does not know, so that only weekends were left out. */
export type NoticePeriod = { readonly first: string; readonly last: string; readonly years: readonly string[] };

/**
 * The period that starts on a day and holds so many working days, the first day among them when it is one.
 * @param first YYYY-MM-DD
 * @param daysOff further days off, YYYY-MM-DD
 */
export function noticePeriod(first: string, workingDays: number, daysOff: readonly string[]): NoticePeriod {
  const years = new Set<string>();
  let day = first;
  for (let left = workingDays; ; day = nextDay(day)) {
    const year = day.slice(0, 4);
    if (knownDaysOff[year] === undefined) years.add(year);
    if (isWorkingDay(day, daysOff)) left -= 1;
    if (left === 0) return { first, last: day, years: [...years] };
  }
}

function isWorkingDay(day: string, daysOff: readonly string[]): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || daysOff.includes(day)) return false;
  const holidays = knownDaysOff[day.slice(0, 4)] ?? [];
  return !holidays.some(([start, end]) => day >= start && day <= end);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A day as official documents write it: 2026-11-02 → 2026年11月2日 (GB/T 9704-2012, 7.3.5.4: no leading zeros). */
export function officialDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
