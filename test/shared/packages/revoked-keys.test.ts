import { fc, test } from '#test/pipeline/seeded.ts';
import { describe, expect, it } from 'vitest';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { addRevokedKeys, readInstructions } from '#shared/packages/revoked-keys.ts';

const key = (digit: string): string => digit.repeat(64);
const hash = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
  .map((all) => all.join(''));

describe('revoked keys in the instructions of a task', () => {
  test.prop([fc.string({ maxLength: 4000 }), fc.array(hash, { minLength: 1, maxLength: 5 })])(
    'are read as they were written, and the instructions with them',
    (text, revoked) => {
      const written = addRevokedKeys(text, revoked);
      expect(readInstructions(written)).toEqual({ revoked: revoked.map(formatFingerprint), text });
    },
  );

  it('change nothing where there are none, or where there is no room', () => {
    expect(addRevokedKeys('须知', [])).toBe('须知');
    const long = '须'.repeat(4990);
    expect(addRevokedKeys(long, [key('a')])).toBe(long);
    expect(addRevokedKeys('须'.repeat(5000), [key('a')])).toHaveLength(5000);
  });

  it('are at most the five that were revoked last', () => {
    const many = [...'0123456789'].map(key);
    expect(readInstructions(addRevokedKeys('', many)).revoked).toEqual(many.slice(0, 5).map(formatFingerprint));
  });

  it('are text like any other in any other form', () => {
    const good = addRevokedKeys('须知', [key('a')]);
    const [opening = '', line = ''] = good.split('\n');
    for (const text of [
      '',
      opening,
      `${opening}\n\n须知`,
      `${opening}\n${line}\n须知`,
      `${opening}\n${line.slice(1)}`,
      ` ${good}`,
      `${good.slice(0, opening.length)}.${good.slice(opening.length)}`,
      line,
    ])
      expect(readInstructions(text)).toEqual({ revoked: [], text });
  });
});
