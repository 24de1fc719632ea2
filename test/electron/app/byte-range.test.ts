import { expect, test } from 'vitest';
import { parseRange } from '#electron/app/byte-range.ts';

test.each([
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=50-1000', { start: 50, end: 99 }],
  ['bytes=99-99', { start: 99, end: 99 }],
])('%s of 100 bytes is honoured', (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});

test.each([null, '', 'bytes=', 'bytes=-', 'lines=1-2', 'bytes=1-2,5-6', 'bytes=a-b', 'bytes=1.5-2'])(
  '%s asks for the whole file',
  (header) => {
    expect(parseRange(header, 100)).toBe('whole');
  },
);

test.each(['bytes=100-', 'bytes=100-200', 'bytes=5-4', 'bytes=-0'])('%s of 100 bytes cannot be satisfied', (header) => {
  expect(parseRange(header, 100)).toBe('unsatisfiable');
});

test('no range of an empty file can be satisfied', () => {
  expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
  expect(parseRange(null, 0)).toBe('whole');
});
