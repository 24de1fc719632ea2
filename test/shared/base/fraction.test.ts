import { test as propertyTest, fc } from '#test/pipeline/seeded.ts';
import { describe, expect, test } from 'vitest';
import { compareFractions, divideFraction, exactText, formatFraction, makeFraction } from '#shared/base/fraction.ts';

const safe = fc.maxSafeInteger();
const denominator = fc.integer({ min: 1, max: 1_000_000 });

describe('a fraction', () => {
  test('is kept in lowest terms with a positive denominator', () => {
    expect(makeFraction(8725, 100)).toEqual({ numerator: 349, denominator: 4 });
    expect(makeFraction(6, -4)).toEqual({ numerator: -3, denominator: 2 });
    expect(makeFraction(0, -7)).toEqual({ numerator: 0, denominator: 1 });
  });

  test('is refused when a part is no safe integer or the denominator is zero', () => {
    expect(() => makeFraction(2 ** 53, 1)).toThrow(RangeError);
    expect(() => makeFraction(1, 0.5)).toThrow(RangeError);
    expect(() => makeFraction(1, 0)).toThrow(RangeError);
  });

  test('is written exactly, without "/1"', () => {
    expect(exactText(makeFraction(8725, 100))).toBe('349/4');
    expect(exactText(makeFraction(8700, 100))).toBe('87');
    expect(exactText(makeFraction(-1, 3))).toBe('-1/3');
  });

  test('is rounded half-up by magnitude, and never to a negative zero', () => {
    expect(formatFraction(makeFraction(87245, 1000), 2)).toBe('87.25');
    expect(formatFraction(makeFraction(87244, 1000), 2)).toBe('87.24');
    expect(formatFraction(makeFraction(1, 3), 2)).toBe('0.33');
    expect(formatFraction(makeFraction(2, 3), 0)).toBe('1');
    expect(formatFraction(makeFraction(1, 2), 0)).toBe('1');
    expect(formatFraction(makeFraction(-5, 1000), 2)).toBe('-0.01');
    expect(formatFraction(makeFraction(-4, 1000), 2)).toBe('0.00');
    expect(formatFraction(makeFraction(5, 1000), 3)).toBe('0.005');
  });

  test('is compared exactly where floating point is not', () => {
    const left = makeFraction(2 ** 53 - 1, 2 ** 53 - 3);
    const right = makeFraction(2 ** 53 - 3, 2 ** 53 - 5);
    expect(left.numerator / left.denominator).toBe(right.numerator / right.denominator);
    expect(compareFractions(left, right)).toBeLessThan(0);
    expect(compareFractions(right, left)).toBeGreaterThan(0);
    expect(compareFractions(left, { ...left })).toBe(0);
  });
});

propertyTest.prop([safe, denominator, safe, denominator])('compares as integers do', (a, b, c, d) => {
  const exact = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
  const expected = exact === 0n ? 0 : exact > 0n ? 1 : -1;
  expect(Math.sign(compareFractions(makeFraction(a, b), makeFraction(c, d)))).toBe(expected);
});

propertyTest.prop([safe, denominator, fc.integer({ min: 0, max: 4 })])('rounds as BigInt does', (a, b, decimals) => {
  const magnitude = (2n * BigInt(Math.abs(a)) * 10n ** BigInt(decimals) + BigInt(b)) / (2n * BigInt(b));
  const digits = formatFraction(makeFraction(a, b), decimals).replace('.', '');
  expect(BigInt(digits)).toBe(a < 0 ? -magnitude : magnitude);
});

propertyTest.prop([fc.integer(), denominator, fc.integer({ min: 1, max: 1000 })])(
  'divides exactly',
  (a, b, divisor) => {
    const whole = makeFraction(a, b);
    const part = divideFraction(whole, divisor);
    expect(BigInt(part.numerator) * BigInt(divisor) * BigInt(whole.denominator)).toBe(
      BigInt(whole.numerator) * BigInt(part.denominator),
    );
  },
);
