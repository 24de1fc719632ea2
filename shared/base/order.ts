/**
 * Orders two strings by their Unicode code points, which is the order of their UTF-8 bytes.
 * Never `localeCompare` where order is hashed: its tables differ between machines.
 */
export function compareBytes(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return surrogateLast(a) - surrogateLast(b);
  }
  return left.length - right.length;
}

/** Lifts surrogates above the rest of the basic plane, as UTF-8 does. */
function surrogateLast(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit > 0xdfff ? unit - 0x800 : unit + 0x2000;
}
