/** The item at an index that the caller knows to exist; an index outside the list is a bug, not an empty value. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item at ${index} of ${items.length}`);
  return item;
}

/** The value of a key that the caller knows to be in the map; a missing key is a bug. */
export function lookUp<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`no entry for ${String(key)}`);
  return value;
}

/** As `at`, for columns of whole numbers. Two functions, so that each is compiled for one kind of list. */
export function intAt(words: Int32Array, index: number): number {
  const word = words[index];
  if (word === undefined) throw new RangeError(`no number at ${index} of ${words.length}`);
  return word;
}

/** As `at`, for columns of numbers. */
export function doubleAt(words: Float64Array, index: number): number {
  const word = words[index];
  if (word === undefined) throw new RangeError(`no number at ${index} of ${words.length}`);
  return word;
}
