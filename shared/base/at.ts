/** The item at an index that the caller knows to exist; an index outside the list is a bug, not an empty value. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item at ${index} of ${items.length}`);
  return item;
}
