const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** What is wrong with a 统一社会信用代码; null for nothing. */
export type CreditCodeFault = 'malformed' | 'check-digit';

/** Checks length, characters and check character of a code (GB 32100-2015, 5 and annex A). */
export function checkCreditCode(code: string): CreditCodeFault | null {
  const plain = code.toUpperCase();
  const values = Array.from(plain, (character) => characters.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return 'malformed';
  const sum = weights.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return values[17] === (31 - (sum % 31)) % 31 ? null : 'check-digit';
}
