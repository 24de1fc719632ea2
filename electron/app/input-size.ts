/** Most characters and bytes, parts, and levels of an input: several times what the largest honest one holds. */
const [largest, most, deepest] = [32_000_000, 500_000, 40];

/**
 * Whether an input is beyond what any call takes, so that no schema has to walk through it: an array may claim four
 * thousand million holes, an object may hold itself.
 */
export function isTooLarge(input: unknown): boolean {
  let [size, parts] = [0, 0];
  const exceeds = (value: unknown, depth: number): boolean => {
    parts += 1;
    if (depth > deepest || parts > most) return true;
    if (typeof value === 'string') size += value.length;
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) size += value.byteLength;
    else if (typeof value === 'object' && value !== null) return exceedsBelow(value, depth);
    return size > largest;
  };
  const exceedsBelow = (value: object, depth: number): boolean => {
    if (value instanceof Map || value instanceof Set) return true;
    if (Array.isArray(value)) return value.length > most || value.some((item) => exceeds(item, depth + 1));
    for (const key of Object.keys(value)) {
      size += key.length;
      if (exceeds(Reflect.get(value, key), depth + 1)) return true;
    }
    return size > largest;
  };
  return exceeds(input, 0);
}
