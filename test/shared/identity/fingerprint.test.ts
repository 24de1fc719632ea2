import { fc } from '#test/pipeline/seeded.ts';
import { describe, expect, it } from 'vitest';
import { formatFingerprint, parseFingerprint } from '#shared/identity/fingerprint.ts';

const fingerprint = `0000ffff0001${'1234'.repeat(9)}${'ab'.repeat(8)}`;
const text = 'SHA256:00000-65535-00001-04660-04660-04660-04660-04660-04660-04660-04660-04660';

describe('a fingerprint as text', () => {
  it('is twelve groups, each two bytes as one decimal number', () => {
    expect(formatFingerprint(fingerprint)).toBe(text);
  });

  it.each([
    ['as it is printed', text],
    ['in lower case with spaces', text.toLowerCase().replace(':', ': ').replaceAll('-', ' ')],
    [
      'in full-width digits',
      text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace(/^[^:]*/, 'SHA256'),
    ],
    ['without its head', text.slice(7)],
    ['in hexadecimal', fingerprint.toUpperCase()],
    ['in hexadecimal with its head and colons', `SHA256:${(fingerprint.match(/../g) ?? []).join(':')}`],
  ])('is recognised %s', (_, typed) => {
    const matches = parseFingerprint(typed);
    expect(matches?.(fingerprint)).toBe(true);
    expect(matches?.(fingerprint.replace('ffff', 'fffe'))).toBe(false);
  });

  it.each(['', 'SHA256:', text.slice(0, -1), `${text}0`, fingerprint.slice(1), 'age1xyz'])('is not “%s”', (typed) => {
    expect(parseFingerprint(typed)).toBeNull();
  });

  it('belongs to one key only, up to its first 192 bits', () => {
    const key = fc
      .uint8Array({ minLength: 24, maxLength: 24 })
      .map((bytes) => Buffer.from(bytes).toString('hex').padEnd(64, '0'));
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(parseFingerprint(formatFingerprint(one))?.(other)).toBe(one === other);
        expect(parseFingerprint(formatFingerprint(one))?.(one)).toBe(true);
      }),
    );
  });
});
