import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importResults } from '#electron/intake/import-results.ts';
import { hashEntry, noEntry, type TraceRow } from '#electron/trace/chain.ts';
import { findLast } from '#electron/trace/find-last.ts';
import type { TraceMark } from '#electron/trace/trace-head.ts';
import { verifyTrace } from '#electron/trace/verify-trace.ts';
import {
  issueRound,
  makeRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
} from '../../pipeline/make-round.ts';

let db: Database;
let mark: TraceMark;
let entries: number;

// The log of a workspace that went through a whole round, its triggers taken away as somebody with the file would.
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mtx-tampered-'));
  const workspace = await makeWorkspace(folder, tickingEntropy());
  const round = await issueRound(workspace, folder, makeRound(workspace, 2, 3));
  for (const home of round.homes) {
    scoreAll(home, () => 80);
    await submit(home, join(folder, 'results'));
    home.home.db.close();
  }
  value(await importResults(workspace, { paths: [join(folder, 'results')] }));
  // A database in memory knows no WAL.
  workspace.db.pragma('journal_mode = DELETE');
  db = new Sqlite(workspace.db.serialize());
  workspace.db.close();
  rmSync(folder, { recursive: true, force: true });
  for (const trigger of ['trace_keeps_entries', 'trace_keeps_words', 'trace_grows_at_its_end']) {
    db.exec(`DROP TRIGGER ${trigger}`);
  }
  mark = findLast(db);
  entries = mark.entries;
});
afterAll(() => db.close());

const read = (seq: number): TraceRow => {
  const row = db.prepare<[number], TraceRow>('SELECT * FROM trace WHERE seq = ?').get(seq);
  if (row === undefined) throw new Error(`no entry ${seq}`);
  return row;
};

const shift = (from: number, by: number): void => {
  // In two steps, so that no number is taken twice meanwhile.
  db.prepare('UPDATE trace SET seq = -(seq + ?) WHERE seq >= ?').run(by, from);
  db.prepare('UPDATE trace SET seq = -seq WHERE seq < 0').run();
};

/** What a careful forger does last: every hash from an entry on anew. */
const rechain = (from: number): void => {
  let previous = from === 1 ? noEntry : read(from - 1).hash;
  const last = findLast(db).entries;
  for (let seq = from; seq <= last; seq += 1) {
    previous = hashEntry(previous, read(seq));
    db.prepare('UPDATE trace SET hash = ? WHERE seq = ?').run(previous, seq);
  }
};

const edit = (column: string, text: string | null) => (seq: number) => {
  db.prepare(`UPDATE trace SET ${column} = ? WHERE seq = ?`).run(text, seq);
};

const swap = (seq: number): void => {
  const other = seq === entries ? seq - 1 : seq + 1;
  const [one, two] = [read(seq), read(other)];
  const put = db.prepare('UPDATE trace SET at = ?, event = ?, actor = ?, body = ?, hash = ? WHERE seq = ?');
  put.run(two.at, two.event, two.actor, two.body, two.hash, seq);
  put.run(one.at, one.event, one.actor, one.body, one.hash, other);
};

const insert = (seq: number): void => {
  shift(seq, 1);
  db.prepare('INSERT INTO trace (seq, at, event, actor, body, hash) VALUES (?, ?, ?, ?, ?, ?)').run(
    seq,
    '2026-11-23T08:00:00Z',
    'round-saved',
    'null',
    '{"roundId":"r"}',
    'a'.repeat(64),
  );
};

const remove = (seq: number): void => void db.prepare('DELETE FROM trace WHERE seq = ?').run(seq);
const then =
  (...acts: readonly ((seq: number) => void)[]) =>
  (seq: number) =>
    acts.forEach((act) => act(seq));
const close = (seq: number): void => {
  if (seq < entries) shift(seq + 1, -1);
};
const forge = edit('body', '{"roundId":"another"}');

const tamperings: Readonly<Record<string, (seq: number) => void>> = {
  'is deleted': remove,
  'is deleted and the later ones renumbered': then(remove, close),
  'is deleted, the later ones renumbered and computed anew': then(remove, close, (seq) => rechain(seq)),
  'gets another time': edit('at', '2026-11-23T07:59:59Z'),
  'gets another event': edit('event', 'round-saved-twice'),
  'gets another actor': edit('actor', '{"kind":"command-line"}'),
  'loses its actor': edit('actor', null),
  'gets another body': forge,
  'gets another hash': edit('hash', 'f'.repeat(64)),
  'gets another number': (seq) => void db.prepare('UPDATE trace SET seq = ? WHERE seq = ?').run(entries + 9, seq),
  'gets a number below all others': (seq) => void db.prepare('UPDATE trace SET seq = -1 WHERE seq = ?').run(seq),
  'changes places with its neighbour': swap,
  'changes places with its neighbour, and all is computed anew': then(swap, () => rechain(1)),
  'is edited and all from there on computed anew': then(forge, rechain),
  'loses its actor and all from there on is computed anew': then(edit('actor', null), rechain),
  'is the first of those cut off': (seq) => void db.prepare('DELETE FROM trace WHERE seq >= ?').run(seq),
  'has another one put before it': insert,
  'has another one put before it and all computed anew': then(insert, rechain),
};

/** Does something to the log, verifies it, and undoes it. */
function verifyAfter(act: () => void) {
  db.exec('SAVEPOINT before');
  act();
  const report = verifyTrace(db, [mark]);
  db.exec('ROLLBACK TO before; RELEASE before');
  return report;
}

it('a log that nobody touched verifies, by itself and against its head', () => {
  expect(entries).toBeGreaterThan(10);
  const whole = { ok: true, entries, head: mark.head, firstBad: null };
  expect([verifyTrace(db), verifyTrace(db, [mark])]).toEqual([whole, whole]);
});

describe('every entry of a real log is missed when it', () => {
  it.each(Object.entries(tamperings))('%s', (_, tamper) => {
    const unfound: number[] = [];
    for (let seq = 1; seq <= entries; seq += 1) {
      const report = verifyAfter(() => tamper(seq));
      if (report.ok || report.firstBad === null) unfound.push(seq);
    }
    expect(unfound).toEqual([]);
  });
});

describe('what is wrong is named', () => {
  const codeOf = (act: () => void) => verifyAfter(act).firstBad;

  it('by the first entry that is not as it was', () => {
    expect(codeOf(() => remove(7))).toEqual({ index: 7, code: 'trace.missing' });
    expect(codeOf(() => forge(7))).toEqual({ index: 7, code: 'trace.altered' });
    expect(codeOf(() => swap(7))).toEqual({ index: 7, code: 'trace.altered' });
    expect(codeOf(() => then(forge, rechain)(7))).toEqual({ index: entries, code: 'trace.rewritten' });
    expect(codeOf(() => db.prepare('DELETE FROM trace WHERE seq > 7').run())).toEqual({
      index: 8,
      code: 'trace.truncated',
    });
    expect(codeOf(() => db.exec('DELETE FROM trace'))).toEqual({ index: 1, code: 'trace.truncated' });
  });

  it.each(['at', 'event', 'actor', 'body', 'hash'])('when %s is in no form that this program writes', (column) => {
    expect(codeOf(() => then(edit(column, column === 'hash' ? 'F'.repeat(64) : '[]'))(7))).toEqual({
      index: 7,
      code: 'trace.malformed',
    });
  });

  it('when the table is gone or is another one', () => {
    expect(codeOf(() => db.exec('DROP TABLE trace'))).toEqual({ index: 1, code: 'trace.unreadable' });
    const loose = () =>
      db.exec(`ALTER TABLE trace RENAME TO old; CREATE TABLE trace (seq, at, event, actor, body, hash);
        INSERT INTO trace VALUES (1, NULL, NULL, NULL, NULL, NULL)`);
    expect(codeOf(loose)).toEqual({ index: 1, code: 'trace.malformed' });
  });

  it('by the earliest of several heads that does not fit', () => {
    const early = { entries: 3, head: read(3).hash };
    db.exec('SAVEPOINT before');
    then(forge, rechain)(2);
    const { firstBad } = verifyTrace(db, [mark, early]);
    db.exec('ROLLBACK TO before; RELEASE before');
    expect(firstBad).toEqual({ index: 3, code: 'trace.rewritten' });
  });
});
