import { daySchema } from '#shared/reports/day.ts';
import { missingFacts, type FormFacts } from '#shared/reports/facts.ts';
import type { Span } from '#shared/reports/holidays.ts';
import type { Result } from '#shared/base/result.ts';
import { noticePeriod, type NoticePeriod } from '#shared/reports/working-days.ts';

/** Days typed in one line, parted by commas or 、; `fault` is the first that is no day. */
export function readDays(text: string): { readonly days: readonly string[]; readonly fault: string | null } {
  const parts = text
    .normalize('NFKC')
    .split(/[、,;\s]+/)
    .filter((part) => part !== '');
  const fault = parts.find((part) => !daySchema.safeParse(part).success) ?? null;
  return { days: parts.filter((part) => daySchema.safeParse(part).success), fault };
}

/** The period of the notice, null before its first day is known. */
export function periodOf(facts: FormFacts, holidays: readonly Span[]): Result<NoticePeriod> | null {
  return facts.noticeFrom === '' ? null : noticePeriod(facts, holidays);
}

/** Whether a fact must still be entered before the notice can be made. */
export function isMissing(facts: FormFacts, name: keyof FormFacts): boolean {
  return missingFacts(facts).some((missing) => missing === name);
}
