import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { homeMigrations } from '#electron/db/migrations.ts';
import { migrate } from '#electron/db/migrate.ts';
import { appendTrace } from '#electron/trace/append-trace.ts';

type Row = { seq: number; at: string; event: string; body: string; hash: string };

it('each entry is bound to the one before, so that the chain can be recomputed from the rows alone', () => {
  const db = new Sqlite(':memory:');
  migrate(db, homeMigrations, () => undefined);
  appendTrace(db, '2026-11-23T08:00:00Z', { event: 'round-created', body: { roundId: 'r1' } });
  // The clock was set back in between: order is by number, not by time.
  appendTrace(db, '2026-11-23T07:00:00Z', { event: 'candidates-taken', body: { roundId: 'r1', count: 3 } });
  appendTrace(db, '2026-11-23T09:00:00Z', { event: 'round-removed', body: { roundId: 'r1' } });
  const rows = db.prepare<[], Row>('SELECT * FROM trace ORDER BY seq').all();
  expect(rows.map(({ seq, event }) => [seq, event])).toEqual([
    [1, 'round-created'],
    [2, 'candidates-taken'],
    [3, 'round-removed'],
  ]);
  let before = '0'.repeat(64);
  for (const { seq, at, event, body, hash } of rows) {
    before = createHash('sha256').update(`${before}\n${seq}\n${at}\n${event}\n${body}`).digest('hex');
    expect(hash).toBe(before);
  }
  db.close();
});

it('an entry goes with its act when that is rolled back', () => {
  const db = new Sqlite(':memory:');
  migrate(db, homeMigrations, () => undefined);
  const act = db.transaction(() => {
    appendTrace(db, '2026-11-23T08:00:00Z', { event: 'round-created', body: { roundId: 'r1' } });
    throw new Error('undone');
  });
  expect(act).toThrow('undone');
  expect(db.prepare('SELECT count(*) AS n FROM trace').get()).toEqual({ n: 0 });
  db.close();
});
