import { describe, expect, it } from 'vitest';
import { daySchema, missingFacts, noFacts, tidyDocumentNumber } from '#shared/reports/facts.ts';
import { noticePeriod, officialDate } from '#shared/reports/working-days.ts';

describe('the period of a notice', () => {
  it('holds five working days, the first among them', () => {
    expect(noticePeriod('2026-11-23', 5, [])).toEqual({ first: '2026-11-23', last: '2026-11-27', years: [] });
    expect(noticePeriod('2026-11-25', 5, []).last).toBe('2026-12-01');
  });

  it('does not count a weekend, also when it begins on one', () => {
    expect(noticePeriod('2026-11-21', 5, []).last).toBe('2026-11-27');
    expect(noticePeriod('2026-11-27', 1, []).last).toBe('2026-11-27');
  });

  it('does not count holidays that are known, nor days off that are entered', () => {
    expect(noticePeriod('2026-09-28', 5, []).last).toBe('2026-10-09');
    expect(noticePeriod('2026-02-12', 3, []).last).toBe('2026-02-24');
    expect(noticePeriod('2026-11-23', 5, ['2026-11-24', '2026-11-25']).last).toBe('2026-12-01');
  });

  it('names the years whose holidays it does not know', () => {
    expect(noticePeriod('2026-12-29', 5, [])).toEqual({ first: '2026-12-29', last: '2027-01-04', years: ['2027'] });
    expect(noticePeriod('2026-12-29', 5, ['2027-01-01']).last).toBe('2027-01-05');
  });

  it('is written without leading zeros', () => {
    expect(officialDate('2026-01-02')).toBe('2026年1月2日');
  });
});

describe('facts', () => {
  it('take days of the calendar only', () => {
    expect(daySchema.safeParse('2028-02-29').success).toBe(true);
    for (const day of ['2026-02-29', '2026-13-01', '2026-1-1', ''])
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
