/** Bech32's alphabet (BIP 173), by value. */
const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const prefix = 'age-secret-key-';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** The age identity (`AGE-SECRET-KEY-1…`) of an X25519 secret of 32 bytes: Bech32 (BIP 173), upper case. */
export function formatAgeIdentity(secret: Uint8Array): string {
  const values = toFives(secret);
  const sum = polymod([...expandPrefix(), ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = Array.from({ length: 6 }, (_, index) => (sum >>> (5 * (5 - index))) & 31);
  const text = [...values, ...check].map((value) => alphabet.charAt(value)).join('');
  return `${prefix}1${text}`.toUpperCase();
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
