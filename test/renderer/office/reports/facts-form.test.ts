import { expect, it } from 'vitest';
import { isMissing, periodOf, readDays } from '#renderer/office/reports/facts-form.ts';
import { listPlaceholders } from '#renderer/office/reports/placeholder-rows.ts';
import { noFacts } from '#shared/reports/facts.ts';
import { loop, text } from '#shared/reports/placeholder.ts';

it('reads days off as people type them, and names the first that is none', () => {
  expect(readDays('2027-01-01、2027-01-04，2027-01-05 ')).toEqual({
    days: ['2027-01-01', '2027-01-04', '2027-01-05'],
    fault: null,
  });
  expect(readDays('2027-01-01、1月4日')).toEqual({ days: ['2027-01-01'], fault: '1月4日' });
  expect(readDays('')).toEqual({ days: [], fault: null });
});

it('works the period out once the first day is known', () => {
  expect(periodOf(noFacts, [])).toBeNull();
  expect(periodOf({ ...noFacts, noticeFrom: '2026-11-23' }, [['2026-11-24', '2026-11-24']])).toMatchObject({
    value: { last: '2026-11-30' },
  });
});

it('says which facts are still missing', () => {
  expect(isMissing(noFacts, 'phone')).toBe(true);
  expect(isMissing(noFacts, 'email')).toBe(false);
});

it('lists placeholders with loops before what they hold', () => {
  const items = [text('文号', '文号', 'number'), loop('名单', '一组', 'a group', [text('组名', '组名', 'name')])];
  expect(listPlaceholders(items, 'en')).toEqual([
    { written: '{文号}', depth: 0, meaning: 'number' },
    { written: '{#名单} … {/名单}', depth: 0, meaning: 'a group' },
    { written: '{组名}', depth: 1, meaning: 'name' },
  ]);
});
