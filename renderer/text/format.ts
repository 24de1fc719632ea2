import type { Language } from '#shared/base/sentence.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Local day of an RFC 3339 time: 2026-11-22. */
export function formatDay(time: string): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Local day and minute of an RFC 3339 time: 2026-11-22 18:00. */
export function formatMinute(time: string): string {
  const date = new Date(time);
  return `${formatDay(time)} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** Local clock time of an RFC 3339 time: 10:32:05. */
export function formatClock(time: string): string {
  const date = new Date(time);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
}

/** A whole number with thousands separators, as both languages write it: 12,345. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

const sizeUnits = ['KB', 'MB', 'GB'];

/** A file size in decimal units, as the systems' file managers show it: 1.4 MB. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < sizeUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${sizeUnits[unit] ?? ''}`;
}

/** Hundredths of a point with a fixed number of decimals, so that columns of scores stand in line: 7900, 1 → 79.0. */
export function formatScore(points: number, decimals: number): string {
  return (points / 100).toFixed(decimals);
}

type Span = { readonly unit: 'day' | 'hour' | 'minute'; readonly count: number };

/** A length of time in the largest whole unit that fits it; less than a minute counts as one. */
export function measureSpan(milliseconds: number): Span {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / 60_000));
  if (minutes < 60) return { unit: 'minute', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hour', count: hours } : { unit: 'day', count: Math.floor(hours / 24) };
}

const zhUnits = { day: '天', hour: '小时', minute: '分钟' };

function formatSpan({ unit, count }: Span, language: Language): string {
  if (language === 'zh-CN') return `${count} ${zhUnits[unit]}`;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A deadline seen from now: 还剩 3 天, 已过 2 小时; 3 days left, 2 hours past. */
export function formatDeadline(deadline: string, now: number, language: Language): string {
  const left = new Date(deadline).getTime() - now;
  const span = formatSpan(measureSpan(left), language);
  if (language === 'zh-CN') return left >= 0 ? `还剩 ${span}` : `已过 ${span}`;
  return left >= 0 ? `${span} left` : `${span} past`;
}
