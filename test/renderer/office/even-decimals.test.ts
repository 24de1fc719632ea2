import { expect, it } from 'vitest';
import { evenDecimals } from '#renderer/office/even-decimals.ts';

it('takes as many decimals as the finest of the points needs', () => {
  expect(evenDecimals([])).toBe(0);
  expect(evenDecimals([9000, 8500])).toBe(0);
  expect(evenDecimals([9000, 8550])).toBe(1);
  expect(evenDecimals([9000, 8550, 8525])).toBe(2);
});
