import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBoard } from './board.ts';
import { measureGrowth } from './growth.ts';
import { measureImportAndRank } from './import-and-rank.ts';
import { makeLargeRound } from './large-round.ts';
import type { Figure } from './measure.ts';
import { measureRobustness } from './robustness.ts';
import { measureMillion } from './million.ts';
import { measureSaveScore } from './save-score.ts';
import { measureSealing } from './seal.ts';
import { measureStart } from './start.ts';

// `npm run bench`: every figure beside its reference, taken in the same run. `-- import` and the like choose parts.
const parts = new Set(process.argv.slice(2));
const wants = (part: string): boolean => parts.size === 0 || parts.has(part);

const folder = mkdtempSync(join(tmpdir(), 'mtx-bench-'));
const figures: Figure[] = [];
try {
  if (['import', 'rank', 'save', 'growth'].some(wants)) {
    const round = await makeLargeRound(folder);
    const office = join(folder, 'before');
    cpSync(round.workspace.folder, office, { recursive: true });
    if (wants('import') || wants('rank')) figures.push(...(await measureImportAndRank(round)));
    if (wants('save')) figures.push(...(await measureSaveScore(round, folder)));
    if (wants('growth')) figures.push(...(await measureGrowth(round, office, folder)));
    for (const { home } of round.homes) home.db.close();
    round.workspace.db.close();
  }
  if (wants('robustness')) figures.push(...(await measureRobustness()));
  if (wants('million')) figures.push(...(await measureMillion(folder)));
  if (wants('seal')) figures.push(...(await measureSealing(folder)));
  if (wants('board')) figures.push(...(await measureBoard(folder)));
  if (wants('start')) figures.push(...(await measureStart()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
for (const { what, measured, beside } of figures) console.log(`${what}\n    ${measured}\n    ${beside}`);
