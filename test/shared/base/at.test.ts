import { expect, test } from 'vitest';
import { at } from '#shared/base/at.ts';

test('an item is given by its index, and an index outside the list is a bug', () => {
  expect(at(['a', 'b'], 1)).toBe('b');
  expect(() => at(['a', 'b'], 2)).toThrow('no item at 2 of 2');
});
