/** Bech32's alphabet (BIP 173), by value. */
const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const prefix = 'age-secret-key-';
/** Symbols of the checksum. */
const checkLength = 6;
const secretLength = 32;
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** The age identity (`AGE-SECRET-KEY-1…`) of an X25519 secret of 32 bytes: Bech32 (BIP 173), upper case. */
export function formatAgeIdentity(secret: Uint8Array): string {
  const values = toFives(secret);
  const sum = polymod([...expandPrefix(), ...values, ...Array.from({ length: checkLength }, () => 0)]) ^ 1;
  const check = Array.from({ length: checkLength }, (_, index) => (sum >>> (5 * (5 - index))) & 31);
  const text = [...values, ...check].map((value) => alphabet.charAt(value)).join('');
  return `${prefix}1${text}`.toUpperCase();
}

/** The 32 secret bytes of an age identity; null for a text that is not the one form of an X25519 identity. */
export function parseAgeIdentity(text: string): Uint8Array | null {
  const body = text.slice(prefix.length + 1, -checkLength).toLowerCase();
  const secret = toBytes(Array.from(body, (symbol) => alphabet.indexOf(symbol)));
  return secret.length === secretLength && formatAgeIdentity(secret) === text ? secret : null;
}

/** Bytes of groups of five bits; what fills none is left to the comparison with the one form. */
function toBytes(fives: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const five of fives) {
    held = ((held << 5) | (five & 31)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function toFives(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((held >> bits) & 31);
    }
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31);
  return values;
}

function expandPrefix(): number[] {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [index, term] of generator.entries()) if (((top >>> index) & 1) === 1) sum ^= term;
  }
  return sum >>> 0;
}
