import { expect, test } from 'vitest';
import { at, lookUp } from '#shared/base/at.ts';

test('an item is given by its index, and an index outside the list is a bug', () => {
  expect(at(['a', 'b'], 1)).toBe('b');
  expect(() => at(['a', 'b'], 2)).toThrow('no item at 2 of 2');
});

test('a value is looked up by its key, and a missing key is a bug', () => {
  expect(lookUp(new Map([['a', 0]]), 'a')).toBe(0);
  expect(() => lookUp(new Map(), 'b')).toThrow('no entry for b');
});
