const groups = 12;
const groupDigits = 5;

/**
 * A key's fingerprint as people compare it: `SHA256:` and 12 groups of 5 decimal digits joined by dashes. Group n is
 * bytes 2n and 2n+1 of the fingerprint as one big-endian number, 00000 to 65535: the first 192 of its 256 bits, enough
 * against a second key with the same text. Debian tools print the same:
 * `openssl pkey -pubin -in key.pem -outform DER | sha256sum | cut -c1-48 | fold -w4 | while read x; do printf '%05d\n' 0x$x; done`
 * @param fingerprint SHA-256 of the SPKI DER encoding of the public key, hexadecimal
 */
export function formatFingerprint(fingerprint: string): string {
  const texts = Array.from({ length: groups }, (_, index) => {
    const value = Number.parseInt(fingerprint.slice(index * 4, index * 4 + 4), 16);
    return String(value).padStart(groupDigits, '0');
  });
  return joinGroups(texts);
}

/**
 * Reads a fingerprint as people type it: the text form with any separators, or 64 hexadecimal digits.
 * @returns a function that says whether a hexadecimal fingerprint is the one typed; null when the text is no fingerprint
 */
export function parseFingerprint(typed: string): ((fingerprint: string) => boolean) | null {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^sha256\s*:/i, '')
    .replaceAll(/[\s\p{Dash_Punctuation}:]/gu, '');
  if (/^[0-9a-f]{64}$/i.test(plain)) return (fingerprint) => fingerprint === plain.toLowerCase();
  if (!/^\d{60}$/.test(plain)) return null;
  const text = joinGroups(
    Array.from({ length: groups }, (_, index) => plain.slice(index * groupDigits, (index + 1) * groupDigits)),
  );
  return (fingerprint) => formatFingerprint(fingerprint) === text;
}

function joinGroups(texts: readonly string[]): string {
  return `SHA256:${texts.join('-')}`;
}
