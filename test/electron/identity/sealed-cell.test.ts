import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DamagedCell, isSealed, openCell, padJson, sealCell, type CellPlace } from '#electron/identity/sealed-cell.ts';

const key = randomBytes(32);
const place: CellPlace = { table: 'sheets', column: 'sealed', row: 'a b' };

describe('a sealed text', () => {
  it('opens in its place as it was, whatever is in it, and never looks the same twice', () => {
    for (const plain of ['', '评语 👍', "=cmd|'/c calc'!A1", 'x'.repeat(100_000), '\0\u2028']) {
      expect(openCell(key, place, sealCell(key, place, plain))).toBe(plain);
    }
    expect(sealCell(key, place, '同')).not.toBe(sealCell(key, place, '同'));
  });

  it('opens nowhere else and under no other key', () => {
    const sealed = sealCell(key, place, '86.5');
    const others: CellPlace[] = [
      { ...place, table: 'stars' },
      { ...place, column: 'comment' },
      { ...place, row: 'a c' },
      { table: 'sheets', column: 'sealed', row: 'a b"' },
      { table: 'sheets","sealed', column: '', row: 'a b' },
    ];
    for (const other of others) expect(() => openCell(key, other, sealed)).toThrow(DamagedCell);
    expect(() => openCell(randomBytes(32), place, sealed)).toThrow(DamagedCell);
  });

  it('does not open when any bit of it was changed, or it was cut', () => {
    const sealed = sealCell(key, place, '86.5');
    const body = Buffer.from(sealed.slice(5), 'base64');
    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const changed = Buffer.from(body);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openCell(key, place, `mtx1:${changed.toString('base64')}`)).toThrow(DamagedCell);
    }
    for (const text of ['', 'mtx1:', '86.5', `mtx1:${body.subarray(0, 27).toString('base64')}`, sealed.slice(0, -8)]) {
      expect(() => openCell(key, place, text)).toThrow(DamagedCell);
    }
    expect([isSealed(sealed), isSealed('{}')]).toEqual([true, false]);
  });
});

it('JSON is filled up so that its length tells little, and reads the same', () => {
  for (const value of [{}, { comment: '评'.repeat(170) }, 'x'.repeat(510)]) {
    const padded = padJson(value, 512);
    expect(Buffer.byteLength(padded) % 512).toBe(0);
    expect(JSON.parse(padded)).toEqual(value);
  }
  expect(padJson({ points: 85 }, 512)).toHaveLength(padJson({ points: 8550 }, 512).length);
});
