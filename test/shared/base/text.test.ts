import { cleanText, isNormalText, lineSchema, textSchema } from '#shared/base/text.ts';
import { fc } from '#test/pipeline/seeded.ts';
import { describe, expect, it } from 'vitest';

const marks = (count: number): string => '\u0327'.repeat(count);

describe('a text', () => {
  it('is in NFC', () => {
    expect(isNormalText('评语 café')).toBe(true);
    expect(isNormalText('cafe\u0301')).toBe(false);
  });

  it('has at most 30 combining marks in a row; more cost no time and are refused', () => {
    expect(isNormalText(`q${marks(30)}`)).toBe(true);
    expect(isNormalText(`q${marks(32)}`)).toBe(false);
    expect(isNormalText(`q${marks(400_000)}`)).toBe(false);
    expect(textSchema(1_000_000).safeParse(`q${marks(400_000)}`).success).toBe(false);
  });

  it('is cleaned into what a package may carry, whatever was typed or pasted', () => {
    expect(cleanText(`q${'\u0301\u0327'.repeat(200_000)}`)).toHaveLength(31);
    expect(cleanText('a\r\nb\rc\td\u0007')).toBe('a\nb\nc d');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom('\u0301', '\u0344', 'e', '\r\n')),
        (text, more) => {
          const cleaned = cleanText(text + more.join('').repeat(20));
          expect(textSchema(1_000_000).safeParse(cleaned).success).toBe(true);
        },
      ),
    );
  });

  it('of one line has no line feed', () => {
    expect([lineSchema(3).safeParse('a\nb').success, lineSchema(3).safeParse('abc').success]).toEqual([false, true]);
  });
});
