import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatCount,
  formatDay,
  formatDeadline,
  formatMinute,
  formatScore,
  formatSize,
} from '#renderer/text/format.ts';

const hour = 3_600_000;
const deadline = '2026-12-08T10:00:00Z';
const before = (hours: number): number => new Date(deadline).getTime() - hours * hour;

describe('times', () => {
  test('are shown in local time, as the sheet of paper would', () => {
    const local = new Date(2026, 10, 2, 9, 5, 7).toISOString();
    expect(formatDay(local)).toBe('2026-11-02');
    expect(formatMinute(local)).toBe('2026-11-02 09:05');
    expect(formatClock(local)).toBe('09:05:07');
  });

  test('say how long a deadline is away, in the largest unit that fits', () => {
    expect(formatDeadline(deadline, before(72), 'zh-CN')).toBe('还剩 3 天');
    expect(formatDeadline(deadline, before(47.5), 'zh-CN')).toBe('还剩 47 小时');
    expect(formatDeadline(deadline, before(0.25), 'zh-CN')).toBe('还剩 15 分钟');
    expect(formatDeadline(deadline, before(-2), 'zh-CN')).toBe('已过 2 小时');
    expect(formatDeadline(deadline, before(1), 'en')).toBe('1 hour left');
    expect(formatDeadline(deadline, before(-72), 'en')).toBe('3 days past');
  });
});

test('scores stand in line with fixed decimals', () => {
  expect(formatScore(7900, 1)).toBe('79.0');
  expect(formatScore(1050, 2)).toBe('10.50');
});

test('sizes use decimal units', () => {
  expect(formatSize(999)).toBe('999 B');
  expect(formatSize(1400)).toBe('1.4 KB');
  expect(formatSize(52_000_000)).toBe('52 MB');
  expect(formatSize(999_600)).toBe('1.0 MB');
});

test('counts carry separators', () => {
  expect(formatCount(12345)).toBe('12,345');
});
