import { performance } from 'node:perf_hooks';

/** A row of the benchmark's table: a figure beside its reference or goal. */
export type Figure = { readonly what: string; readonly measured: string; readonly beside: string };

/** Milliseconds of each of `runs` calls, after one that is not counted. */
export async function time(runs: number, act: (run: number) => unknown): Promise<number[]> {
  await act(-1);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await act(run);
    times.push(performance.now() - start);
  }
  return times;
}

/** The value below which a share of the values lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[index] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** "12.3 ms", "1.23 s" */
export function show(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toPrecision(3)} ms`;
}
