/** Points are integers in hundredths: 1050 stands for 10.5 points. */
export type Hundredths = number;

/**
 * Reads points as a person types them: digits with at most two decimals, full-width forms included.
 * @returns hundredths, or null when the text is not such a number
 */
export function parsePoints(text: string): Hundredths | null {
  const plain = text.normalize('NFKC').trim().replaceAll('。', '.');
  const match = /^(\d{1,7})(?:\.(\d{0,2}))?$/.exec(plain);
  if (match === null) return null;
  const [, whole = '0', decimals = ''] = match;
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

/** Points without needless zeros: 1050 → "10.5", 1000 → "10". */
export function formatPoints(points: Hundredths): string {
  const sign = points < 0 ? '-' : '';
  const absolute = Math.abs(points);
  const decimals = String(absolute % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(absolute / 100));
  return sign + (decimals === '' ? whole : `${whole}.${decimals}`);
}
