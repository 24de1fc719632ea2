import Sqlite, { type Database } from 'better-sqlite3';
import { fc, test } from '#test/pipeline/seeded.ts';
import { expect } from 'vitest';
import { formatTime } from '#shared/base/ids.ts';
import { workspaceMigrations } from '#electron/db/migrations.ts';
import { migrate } from '#electron/db/migrate.ts';
import { appendTrace } from '#electron/trace/append-trace.ts';
import { hashEntry, noEntry, type TraceRow } from '#electron/trace/chain.ts';
import { findLast } from '#electron/trace/find-last.ts';
import { verifyTrace } from '#electron/trace/verify-trace.ts';

const act = fc.record({
  /** Seconds since the act before; the clock may be set back. */
  pause: fc.integer({ min: -3600, max: 3600 }),
  roundId: fc.string({ unit: 'grapheme', maxLength: 12 }),
  actor: fc.constantFrom(null, { kind: 'command-line' } as const, { kind: 'expert', id: 'e', via: 'window' } as const),
});

const text = (row: TraceRow): string => JSON.stringify(row);

function makeLog(
  acts: readonly { pause: number; roundId: string; actor: Parameters<typeof appendTrace>[3] }[],
): Database {
  const db = new Sqlite(':memory:');
  migrate(db, workspaceMigrations, () => undefined);
  let now = Date.UTC(2026, 10, 23);
  for (const { pause, roundId, actor } of acts) {
    now += pause * 1000;
    appendTrace(db, formatTime(now), { event: 'round-saved', body: { roundId } }, actor);
  }
  return db;
}

const rowsOf = (db: Database): TraceRow[] => db.prepare<[], TraceRow>('SELECT * FROM trace ORDER BY seq').all();

/** Puts rows in place of a log, as somebody with the file could. */
function replaceRows(db: Database, rows: readonly TraceRow[]): void {
  db.exec('DROP TABLE trace; CREATE TABLE trace (seq INTEGER PRIMARY KEY, at, event, actor, body, hash)');
  const insert = db.prepare('INSERT INTO trace VALUES (:seq, :at, :event, :actor, :body, :hash)');
  for (const row of rows) insert.run(row);
}

const rechain = (rows: readonly TraceRow[]): TraceRow[] => {
  let previous = noEntry;
  return rows.map((row, index) => {
    const entry = { ...row, seq: index + 1 };
    previous = hashEntry(previous, entry);
    return { ...entry, hash: previous };
  });
};

test.prop([fc.array(act, { minLength: 1, maxLength: 12 })], { numRuns: 60 })(
  'a log verifies whatever happened in it, and says when the clock went back',
  (acts) => {
    const db = makeLog(acts);
    const rows = rowsOf(db);
    expect(verifyTrace(db, [findLast(db)])).toMatchObject({ ok: true, entries: rows.length });
    const back = acts.filter(({ pause }, index) => index > 0 && pause < 0).length;
    expect(rows.filter(({ event }) => event === 'clock-moved-back')).toHaveLength(back);
    db.close();
  },
);

test.prop(
  [
    fc.array(act, { minLength: 2, maxLength: 10 }),
    fc.array(
      fc.record({ at: fc.nat(), how: fc.constantFrom('drop', 'double', 'swap', 'edit', 'cut'), anew: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  ],
  { numRuns: 150 },
)(
  'a log in which anything was changed does not verify against its head, even with every hash computed anew',
  (acts, changes) => {
    const db = makeLog(acts);
    const head = findLast(db);
    const before = rowsOf(db);
    let rows = [...before];
    for (const { at, how, anew } of changes) {
      const index = rows.length === 0 ? 0 : at % rows.length;
      const [row, next] = [rows[index], rows[index + 1]];
      if (row === undefined) break;
      if (how === 'drop') rows.splice(index, 1);
      if (how === 'double') rows.splice(index, 0, row);
      if (how === 'swap' && next !== undefined) rows.splice(index, 2, next, row);
      if (how === 'edit') rows[index] = { ...row, body: row.body.replace('}', ',"x":1}') };
      if (how === 'cut') rows = rows.slice(0, index);
      rows = anew ? rechain(rows) : rows.map((each, place) => ({ ...each, seq: place + 1 }));
    }
    replaceRows(db, rows);
    // What stands behind the head only is growth, which the next head will cover.
    const kept = before.every((row, index) => rows[index] !== undefined && text(row) === text(rows[index]));
    if (!kept) expect(verifyTrace(db, [head]).ok).toBe(false);
    else if (rows.length === before.length) expect(verifyTrace(db, [head]).ok).toBe(true);
    db.close();
  },
);
