import { describe, expect, it } from 'vitest';
import { daySchema } from '#shared/reports/day.ts';
import { missingFacts, noFacts, tidyDocumentNumber, type FormFacts } from '#shared/reports/facts.ts';
import { holidaysSchema, readHolidays, writeHolidays, type Span } from '#shared/reports/holidays.ts';
import { noticePeriod, officialDate, type NoticePeriod } from '#shared/reports/working-days.ts';

function period(
  noticeFrom: string,
  workingDays: number,
  change: Partial<FormFacts> = {},
  holidays: readonly Span[] = [],
): NoticePeriod {
  const made = noticePeriod({ ...noFacts, noticeFrom, workingDays, ...change }, holidays);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

describe('the period of a notice', () => {
  it('holds five working days, the first among them', () => {
    expect(period('2026-11-23', 5)).toEqual({
      first: '2026-11-23',
      last: '2026-11-27',
      workingDays: 5,
      suggested: '2026-11-27',
      years: [],
    });
    expect(period('2026-11-25', 5).last).toBe('2026-12-01');
  });

  it('does not count a weekend, also when it begins on one', () => {
    expect(period('2026-11-21', 5).last).toBe('2026-11-27');
    expect(period('2026-11-27', 1).last).toBe('2026-11-27');
  });

  it('does not count announced holidays, nor days off that are entered', () => {
    expect(period('2026-09-28', 5).last).toBe('2026-10-09');
    expect(period('2026-02-12', 3).last).toBe('2026-02-24');
    expect(period('2025-09-29', 5).last).toBe('2025-10-13');
    expect(period('2025-01-27', 2).last).toBe('2025-02-05');
    expect(period('2026-11-23', 5, { daysOff: ['2026-11-24', '2026-11-25'] }).last).toBe('2026-12-01');
  });

  it('names the years whose holidays are not known, until the office enters them', () => {
    expect(period('2026-12-29', 5)).toMatchObject({ last: '2027-01-04', years: ['2027'] });
    expect(period('2026-12-29', 5, { daysOff: ['2027-01-01'] }).last).toBe('2027-01-05');
    const entered = readHolidays('2027-01-01至2027-01-03').spans;
    expect(period('2026-12-29', 5, {}, entered)).toMatchObject({ last: '2027-01-05', years: [] });
  });

  it('takes a year that the office entered in the place of the announced one', () => {
    expect(period('2026-09-28', 5, {}, [['2026-05-01', '2026-05-05']]).last).toBe('2026-10-02');
    // 2025 stays as announced.
    expect(period('2025-09-29', 5, {}, [['2026-05-01', '2026-05-05']]).last).toBe('2025-10-13');
  });

  it('ends on the day that somebody chose, with the working days up to it beside what was suggested', () => {
    expect(period('2026-11-23', 5, { noticeUntil: '2026-12-01' })).toMatchObject({
      last: '2026-12-01',
      workingDays: 7,
      suggested: '2026-11-27',
    });
    expect(period('2026-11-23', 5, { noticeUntil: '2026-11-25' }).workingDays).toBe(3);
  });

  it('is refused when it ends before it begins, over a year later, or holds no working day', () => {
    for (const [noticeFrom, noticeUntil] of [
      ['2026-11-23', '2026-11-22'],
      ['2026-11-23', '2099-11-23'],
      ['2026-11-21', '2026-11-22'],
    ] as const)
      expect(noticePeriod({ ...noFacts, noticeFrom, noticeUntil }, [])).toEqual({
        ok: false,
        error: { code: 'reports.period', detail: { first: noticeFrom, last: noticeUntil } },
      });
  });

  it('is written without leading zeros', () => {
    expect(officialDate('2026-01-02')).toBe('2026年1月2日');
  });
});

describe('holidays', () => {
  it('are read as people write them, in the order of the calendar, and written so again', () => {
    const { spans, fault } = readHolidays('2027-02-05 to 2027-02-11\n2027-01-01~2027-01-03，2027-04-05');
    expect(fault).toBeNull();
    expect(spans).toEqual([
      ['2027-01-01', '2027-01-03'],
      ['2027-02-05', '2027-02-11'],
      ['2027-04-05', '2027-04-05'],
    ]);
    expect(readHolidays(writeHolidays(spans)).spans).toEqual(spans);
  });

  it('name the first that is none: no day, backwards, or longer than a month', () => {
    for (const text of [
      '1月1日',
      '2027-01-03至2027-01-01',
      '2027-01-01至2027-12-31',
      '2027-01-01至2027-01-02至2027-01-03',
    ])
      expect(readHolidays(`2027-05-01\n${text}`).fault).toBe(text);
    expect(holidaysSchema.safeParse([['2027-01-03', '2027-01-01']]).success).toBe(false);
    expect(holidaysSchema.safeParse([['2027-01-01', '9999-12-31']]).success).toBe(false);
  });
});

describe('facts', () => {
  it('take days of the calendar only', () => {
    expect(daySchema.safeParse('2028-02-29').success).toBe(true);
    for (const day of ['2026-02-29', '2026-13-01', '2026-1-1', '9999-12-31', ''])
      expect(daySchema.safeParse(day).success).toBe(false);
  });

  it('say what a notice still lacks', () => {
    expect(missingFacts(noFacts)).toEqual(['office', 'dated', 'noticeFrom', 'contact', 'phone', 'address']);
    expect(
      missingFacts({
        ...noFacts,
        office: '甲',
        dated: '2026-01-01',
        noticeFrom: '2026-01-02',
        contact: '乙',
        phone: '1',
        address: ' ',
      }),
    ).toEqual(['address']);
  });

  it('put the year of a document number into 〔〕, whatever brackets were typed', () => {
    for (const text of [
      '渝经信[2026]1号',
      '渝经信（2026）1号',
      '渝经信【2026】 1号',
      '渝经信(2026)1号',
      ' 渝经信〔2026〕1号 ',
    ])
      expect(tidyDocumentNumber(text)).toBe('渝经信〔2026〕1号');
    expect(tidyDocumentNumber('第 1 号')).toBe('第1号');
  });
});
