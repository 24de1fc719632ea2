import type { Database } from 'better-sqlite3';
import type { TraceActor, TraceEvent } from '#shared/trace/event.ts';
import { oncePer } from '../base/once-per.ts';
import { hashEntry, noEntry, type TraceRow } from './chain.ts';

type Last = Pick<TraceRow, 'seq' | 'at' | 'hash'>;

// An entry is part of every save of a score.
const statements = oncePer((db: Database) => ({
  last: db.prepare<[], Last>('SELECT seq, at, hash FROM trace ORDER BY seq DESC LIMIT 1'),
  insert: db.prepare<[TraceRow]>(
    'INSERT INTO trace (seq, at, event, actor, body, hash) VALUES (:seq, :at, :event, :actor, :body, :hash)',
  ),
}));

/**
 * Adds an entry to the 留痕 of a database; call it inside the transaction of the act. When the clock shows an earlier
 * time than the entry before, an entry of its own says so first.
 * @param at RFC 3339 UTC
 * @param actor who acted; null when nobody is known
 */
export function appendTrace(
  db: Database,
  at: string,
  { event, body }: TraceEvent,
  actor: TraceActor | null = null,
): void {
  const prepared = statements(db);
  const last = prepared.last.get() ?? { seq: 0, at, hash: noEntry };
  const who = JSON.stringify(actor);
  const clock: TraceEvent = { event: 'clock-moved-back', body: { from: last.at, to: at } };
  const before = at < last.at ? append(prepared, last, at, clock, who) : last;
  append(prepared, before, at, { event, body }, who);
}

function append(
  { insert }: ReturnType<typeof statements>,
  last: Last,
  at: string,
  { event, body }: { readonly event: string; readonly body: unknown },
  actor: string,
): Last {
  const entry = { seq: last.seq + 1, at, event, actor, body: JSON.stringify(body) };
  const row = { ...entry, hash: hashEntry(last.hash, entry) };
  insert.run(row);
  return row;
}
