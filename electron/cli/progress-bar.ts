/** Draws how far long work is: a bar when standard error is a terminal, nothing otherwise. */
export function printProgress(done: number, total: number, item: string): void {
  if (!process.stderr.isTTY) return;
  const width = 24;
  const filled = total === 0 ? width : Math.round((done / total) * width);
  const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
  process.stderr.write(`\r\u001b[K${bar} ${done}/${total} ${item.slice(0, 40)}`);
  if (done >= total) process.stderr.write('\r\u001b[K');
}
