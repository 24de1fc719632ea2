const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';
const candidate =
  /(?<![0-9A-Za-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;

/** Keeps the first three and last four characters of a 证件号 (fewer of a short one) and stars the rest. */
export function maskIdentity(value: string): string {
  const characters = [...value];
  const [front, back] = characters.length >= 12 ? [3, 4] : [1, characters.length > 4 ? 2 : 0];
  return characters
    .map((character, index) => (index < front || index >= characters.length - back ? character : '*'))
    .join('');
}

/** Masks every resident identity number (GB 11643-1999, right check digit) that stands inside a text. */
export function maskIdentities(text: string): string {
  // Most texts hold no run of 17 digits: a quick look saves the costly one.
  return /\d{17}/.test(text)
    ? text.replaceAll(candidate, (found) => (isIdentityNumber(found) ? maskIdentity(found) : found))
    : text;
}

/** Whether the check digit of an 18-character number is right (ISO 7064 MOD 11-2). */
function isIdentityNumber(value: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value.charAt(index)), 0);
  return checkDigits.charAt(sum % 11) === value.charAt(17).toUpperCase();
}
