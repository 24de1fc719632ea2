import { cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { importResults } from '#electron/intake/import-results.ts';
import { openWorkspace } from '#electron/workspace/open-workspace.ts';
import { submit, value } from '../pipeline/make-round.ts';
import type { LargeRound } from './large-round.ts';
import { median, show, time, type Figure } from './measure.ts';

const sizes = [6, 60, 600] as const;
/** 5,000 sheets of 60 experts. */
const sheetsOfOne = 83;
const submissions = 10;

/**
 * Import of 6, 60 and 600 packages (up to ten submissions of each expert), each time into an empty office, and opening the
 * office that then holds them: the time of one package and of opening must not grow with their number.
 * @param office folder of the office before anything was imported
 */
export async function measureGrowth(round: LargeRound, office: string, folder: string): Promise<Figure[]> {
  for (let turn = 2; turn <= submissions; turn += 1) {
    for (const home of round.homes) await submit(home, round.results, `第 ${turn} 次更正`);
  }
  const files = readdirSync(round.results)
    .map((name) => join(round.results, name))
    .toSorted((left, right) => statSync(left).mtimeMs - statSync(right).mtimeMs);
  const imports: number[] = [];
  const opens: number[] = [];
  for (const size of sizes) {
    const took: number[] = [];
    const place = (run: number): string => join(folder, `growth-${size}-${run}`);
    for (let run = 0; run < 3; run += 1) {
      cpSync(office, place(run), { recursive: true });
      took.push(await importInto(round, place(run), files.slice(0, size)));
    }
    imports.push(median(took) / size);
    opens.push(median(await time(20, () => openOffice(round, place(0)).close())));
  }
  const largest = (sizes.at(-1) ?? 0) * sheetsOfOne;
  const row = (figures: readonly number[]): string => figures.map(show).join(', ');
  return [
    {
      what: `growth of import: time of a package among ${sizes.join(', ')}`,
      measured: row(imports),
      beside: `goal: not growing; ${((imports.at(-1) ?? 0) / (imports[1] ?? 0)).toFixed(2)} × from 60 to 600`,
    },
    {
      what: `growth of start: opening an office that holds so many packages, ${largest} sheets at most`,
      measured: row(opens),
      beside: `goal: not growing; ${((opens.at(-1) ?? 0) / (opens[0] ?? 0)).toFixed(2)} × from the smallest to the largest`,
    },
  ];
}

function openOffice({ workspace }: LargeRound, folder: string) {
  return value(openWorkspace(folder, workspace.entropy)).db;
}

async function importInto(round: LargeRound, folder: string, paths: readonly string[]): Promise<number> {
  const db = openOffice(round, folder);
  const began = performance.now();
  const entries = value(await importResults({ ...round.workspace, folder, db }, { paths }));
  const took = performance.now() - began;
  db.close();
  if (entries.some(({ verdict }) => verdict !== 'accepted' && verdict !== 'superseded')) throw new Error('refused');
  return took;
}
