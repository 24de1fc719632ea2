/** Crockford's base 32 alphabet (crockford.com/base32.html): no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The first `symbols` × 5 bits of `bytes`, most significant bit first, as Crockford symbols.
 * @param bytes at least `symbols` × 5 bits long
 */
export function encodeCrockford(bytes: Uint8Array, symbols: number): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < symbols) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
    }
    held &= 0xff;
  }
  if (text.length < symbols) throw new RangeError('too few bytes');
  return text;
}

/**
 * Reads symbols as people type them: lower case, O for 0, I and L for 1, full-width forms, spaces and dashes of any kind.
 * @returns upper-case symbols, and the first character that is none of them, or null
 */
export function normaliseCrockford(typed: string): { readonly symbols: string; readonly strange: string | null } {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}\u2212_.·]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return { symbols: plain, strange: /[^0-9A-HJKMNP-TV-Z]/u.exec(plain)?.[0] ?? null };
}
