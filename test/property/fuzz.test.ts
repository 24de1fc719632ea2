import { expect, it } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';

// The first 500 cases of `npm run fuzz`, which runs 10,000.
it('of 500 bad packages none is taken with changed content, crashes, takes long or leaves a file', async () => {
  const report = await fuzz({ count: 500, seed: 1 });
  expect(report.faults).toEqual([]);
  expect(report.byKind.size).toBeGreaterThan(8);
  expect(report.byMutation.size).toBe(10);
  expect(report.byCode.size).toBeGreaterThan(20);
});
