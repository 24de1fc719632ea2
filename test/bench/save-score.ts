import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { loadTask } from '#electron/home/load-task.ts';
import { value } from '../pipeline/make-round.ts';
import type { LargeRound } from './large-round.ts';
import { quantile, show, time, type Figure } from './measure.ts';

const saves = 2000;

/** One score from the call to the durable answer, beside a bare better-sqlite3 commit of one row with the same settings. */
export async function measureSaveScore({ homes }: LargeRound, folder: string): Promise<Figure[]> {
  const [first] = homes;
  if (first === undefined) throw new Error('no home');
  const { home, taskId } = first;
  const { candidates } = value(loadTask(home, taskId)).predicate;
  const db = new Sqlite(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE cells (id INTEGER PRIMARY KEY, points INTEGER NOT NULL) STRICT');
  const insert = db.prepare(
    'INSERT INTO cells (id, points) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET points = excluded.points',
  );
  const own: number[] = [];
  const bare: number[] = [];
  // In turn, so that both meet the same moods of the disk.
  for (let block = 0; block < 10; block += 1) {
    const shift = block * (saves / 10);
    own.push(
      ...(await time(saves / 10, (run) => {
        const number = shift + run + 1;
        const candidateId = candidates[number % candidates.length]?.id ?? '';
        const change = { what: 'points', criterionId: 'one-a', points: (number % 41) * 50 } as const;
        value(editSheet(home, { taskId, candidateId, change }));
      })),
    );
    bare.push(...(await time(saves / 10, (run) => insert.run((shift + run + 1) % 100, run + 1))));
  }
  db.close();
  return [
    {
      what: `save of one score, ${saves} times (${candidates.length} candidates in the task)`,
      measured: `p50 ${show(quantile(own, 0.5))}, p99 ${show(quantile(own, 0.99))}`,
      beside: `bare commit p50 ${show(quantile(bare, 0.5))}, p99 ${show(quantile(bare, 0.99))}; ratio p50 ${(
        quantile(own, 0.5) / quantile(bare, 0.5)
      ).toFixed(2)}, p99 ${(quantile(own, 0.99) / quantile(bare, 0.99)).toFixed(2)}; goal p99 20 ms and 3 ×`,
    },
  ];
}
