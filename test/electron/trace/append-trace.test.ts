import { createHash } from 'node:crypto';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { homeMigrations, workspaceMigrations } from '#electron/db/migrations.ts';
import { migrate } from '#electron/db/migrate.ts';
import { appendTrace } from '#electron/trace/append-trace.ts';
import type { TraceRow } from '#electron/trace/chain.ts';
import { verifyTrace } from '#electron/trace/verify-trace.ts';

let db: Database;
beforeEach(() => {
  db = new Sqlite(':memory:');
  migrate(db, homeMigrations, () => undefined);
});
afterEach(() => db.close());

const rows = () => db.prepare<[], TraceRow>('SELECT * FROM trace ORDER BY seq').all();
const expert = { kind: 'expert', id: 'e1', via: 'window' } as const;

it('each entry is bound to the one before, so that the chain can be recomputed from the rows alone', () => {
  appendTrace(db, '2026-11-23T08:00:00Z', { event: 'round-created', body: { roundId: 'r1' } });
  appendTrace(db, '2026-11-23T08:00:00Z', { event: 'candidates-taken', body: { roundId: 'r1', count: 3 } }, expert);
  appendTrace(db, '2026-11-23T09:00:00Z', { event: 'round-removed', body: { roundId: 'r1' } });
  expect(rows().map(({ seq, event, actor }) => [seq, event, actor])).toEqual([
    [1, 'round-created', 'null'],
    [2, 'candidates-taken', JSON.stringify(expert)],
    [3, 'round-removed', 'null'],
  ]);
  let before = '0'.repeat(64);
  for (const { seq, at, event, actor, body, hash } of rows()) {
    const lines = `mtx trace 2\n${before}\n${seq}\n${at}\n${event}\n${actor}\n${body}`;
    before = createHash('sha256').update(lines).digest('hex');
    expect(hash).toBe(before);
  }
});

it('a clock that shows an earlier time than the entry before is noted first, in order of number', () => {
  appendTrace(db, '2026-11-23T08:00:00Z', { event: 'round-created', body: { roundId: 'r1' } });
  appendTrace(db, '2026-11-23T07:00:00Z', { event: 'round-saved', body: { roundId: 'r1' } }, expert);
  appendTrace(db, '2026-11-23T07:00:00Z', { event: 'round-removed', body: { roundId: 'r1' } });
  expect(rows().map(({ event, at, body }) => [event, at, body])).toEqual([
    ['round-created', '2026-11-23T08:00:00Z', '{"roundId":"r1"}'],
    ['clock-moved-back', '2026-11-23T07:00:00Z', '{"from":"2026-11-23T08:00:00Z","to":"2026-11-23T07:00:00Z"}'],
    ['round-saved', '2026-11-23T07:00:00Z', '{"roundId":"r1"}'],
    ['round-removed', '2026-11-23T07:00:00Z', '{"roundId":"r1"}'],
  ]);
  expect(verifyTrace(db).ok).toBe(true);
});

it('an entry goes with its act when that is rolled back', () => {
  const act = db.transaction(() => {
    appendTrace(db, '2026-11-23T08:00:00Z', { event: 'round-created', body: { roundId: 'r1' } });
    throw new Error('undone');
  });
  expect(act).toThrow('undone');
  expect(rows()).toEqual([]);
});

it.each([
  ["UPDATE trace SET at = '2026-11-23T09:00:00Z'", 'append-only'],
  ['DELETE FROM trace', 'append-only'],
  ["INSERT OR REPLACE INTO trace VALUES (1, 'x', 'x', '{}', hex(zeroblob(32)), NULL)", 'grows at its end'],
  ["INSERT INTO trace VALUES (3, 'x', 'x', '{}', hex(zeroblob(32)), NULL)", 'grows at its end'],
])('the database refuses %s', (sql, words) => {
  appendTrace(db, '2026-11-23T08:00:00Z', { event: 'round-created', body: { roundId: 'r1' } });
  expect(() => db.exec(sql)).toThrow(words);
  expect(verifyTrace(db)).toMatchObject({ ok: true, entries: 1 });
});

it('entries from before actors were noted stay valid, and the chain goes on from them', () => {
  const old = new Sqlite(':memory:');
  migrate(old, workspaceMigrations.slice(0, 1), () => undefined);
  const body = '{"name":"评审办"}';
  const hash = createHash('sha256')
    .update(`${'0'.repeat(64)}\n1\n2026-11-23T08:00:00Z\nworkspace-created\n${body}`)
    .digest('hex');
  old.prepare('INSERT INTO trace VALUES (1, ?, ?, ?, ?)').run('2026-11-23T08:00:00Z', 'workspace-created', body, hash);
  migrate(old, workspaceMigrations, () => undefined);
  appendTrace(old, '2026-11-23T08:00:01Z', { event: 'round-created', body: { roundId: 'r1' } });
  expect(verifyTrace(old, [{ entries: 1, head: hash }])).toMatchObject({ ok: true, entries: 2 });
  old.close();
});
