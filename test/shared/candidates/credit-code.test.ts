import { fc, test as property } from '#test/pipeline/seeded.ts';
import { expect, test } from 'vitest';
import { checkCreditCode } from '#shared/candidates/credit-code.ts';

const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const codes = fc.array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 }).map((list) => list.join(''));

test('a code with its check character is accepted, in lower case too', () => {
  expect(checkCreditCode('91500000MA00000008')).toBeNull();
  expect(checkCreditCode('91500000ma5abcdefk')).toBeNull();
});

test.each(['9150', '91500000MA0000000I', '91500000MA000000080', ''])('%j has not the form of a code', (code) => {
  expect(checkCreditCode(code)).toBe('malformed');
});

property.prop([codes])('exactly one check character fits', (code) => {
  expect(characters.filter((last) => checkCreditCode(code + last) === null)).toHaveLength(1);
});

property.prop([codes, fc.integer({ min: 0, max: 16 }), fc.constantFrom(...characters)])(
  'one wrong character is found',
  (code, at, wrong) => {
    const right = characters.map((last) => code + last).find((whole) => checkCreditCode(whole) === null) ?? '';
    fc.pre(right.charAt(at) !== wrong);
    expect(checkCreditCode(right.slice(0, at) + wrong + right.slice(at + 1))).toBe('check-digit');
  },
);
