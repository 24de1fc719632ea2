// Run by `npm run fuzz`: prints what became of thousands of bad packages; exit 1 when one of them should not have been.
//   npm run fuzz                          10,000 cases of seed 1
//   npm run fuzz -- --count N --seed S    other ones
//   npm run fuzz -- --seed S --only I     one case again; its bytes are kept in --out (demo-output/fuzz by default)
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz, type FuzzReport } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    out: { type: 'string', default: join('demo-output', 'fuzz') },
  },
});

const keep = (name: string, bytes: Buffer): void => {
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, name), bytes);
};
process.on('unhandledRejection', (error) => {
  process.stderr.write(`unhandled rejection: ${String(error)}\n`);
  process.exit(1);
});
const start = performance.now();
const only = values.only === undefined ? undefined : Number(values.only);
const report = await fuzz({ count: Number(values.count), seed: Number(values.seed), only, keep });
print(report, performance.now() - start);
process.exitCode = report.faults.length === 0 ? 0 : 1;

function print({ count, seed, byKind, byMutation, byCode, slowest, faults }: FuzzReport, milliseconds: number): void {
  const lines = [
    `${count} cases of seed ${seed} in ${(milliseconds / 1000).toFixed(1)} s`,
    ...table('by kind', byKind),
    ...table('by mutation', byMutation),
    ...table('by answer', byCode),
    '',
    `slowest  ${Math.round(slowest.milliseconds)} ms: case ${slowest.case}, ${slowest.kind}, ${slowest.mutation}`,
    ...['taken with changed content', 'crashed', 'took', 'left a file'].map(
      (what) => `${what}: ${faults.filter((fault) => fault.what.startsWith(what)).length}`,
    ),
    ...faults.map(
      (fault) => `FAULT  --seed ${seed} --only ${fault.case}  ${fault.kind}, ${fault.mutation}: ${fault.what}`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function table(title: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const rows = [...counts].toSorted(([, left], [, right]) => right - left);
  return ['', title, ...rows.map(([name, times]) => `${String(times).padStart(7)}  ${name}`)];
}
