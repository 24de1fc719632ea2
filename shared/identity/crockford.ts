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

/**
 * The bytes of symbols in their normal form; bits at the end that fill no byte are filled up with zeros.
 * @param symbols as `normaliseCrockford` returns them, none strange
 */
export function decodeCrockford(symbols: string): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const symbol of symbols) {
    held = ((held << 5) | alphabet.indexOf(symbol)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  if (bits > 0) bytes.push((held << (8 - bits)) & 0xff);
  return new Uint8Array(bytes);
}
