/** Chinese by pinyin, figures in texts by their value (L2 before L10): the order of a directory, whatever the window's language. */
const directory = new Intl.Collator('zh-CN', { numeric: true });

/** Orders the values of a column: nothing first, then numbers or yes and no, then texts as in a directory. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return directory.compare(left, right);
  const order = orderOf(left) - orderOf(right);
  return order === 0 && typeof left === 'boolean' ? Number(left) - Number(right) : order;
}

function orderOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  return typeof value === 'string' ? 2 : 1;
}
