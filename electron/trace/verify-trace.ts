import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { sha256Schema, timeSchema } from '#shared/base/ids.ts';
import { parseJson } from '#shared/packages/canonical.ts';
import { traceActorSchema } from '#shared/trace/event.ts';
import type { TraceCode } from '#shared/trace/sentences.ts';
import { hashEntry, noEntry } from './chain.ts';
import type { TraceMark } from './trace-head.ts';

/** The first thing that is wrong. `index` is the number of an entry, counted from 1. */
export type BadEntry = { readonly index: number; readonly code: TraceCode };

/** What became of a log. `entries` and `head` as the database has them, also when something is wrong. */
export type TraceReport = {
  readonly ok: boolean;
  readonly entries: number;
  /** Hash of the last entry; 64 zeros when there is none. */
  readonly head: string;
  readonly firstBad: BadEntry | null;
};

/** The form in which this program writes entries, whatever a database file may hold. */
const rowSchema = z.object({
  seq: z.int(),
  at: timeSchema,
  event: z.string().regex(/^[a-z][a-z-]{0,63}$/),
  actor: z
    .string()
    .refine((text) => text === 'null' || traceActorSchema.safeParse(parseJson(text)).success)
    .nullable(),
  body: z.string().startsWith('{'),
  hash: sha256Schema,
});

/**
 * Verifies a log: every entry in its place and bound to the one before, and everything that signed heads say of it. A
 * deletion, an edit or another order breaks the chain; where the chain was computed anew or cut short, a head tells.
 * @param marks what trusted heads say, in any order
 */
export function verifyTrace(db: Database, marks: readonly TraceMark[] = []): TraceReport {
  const walk = walkChain(db, new Set(marks.map(({ entries }) => entries)));
  const [firstBad = null] = [walk.bad, ...marks.map((mark) => judgeMark(mark, walk))]
    .filter((bad) => bad !== null)
    .toSorted((left, right) => left.index - right.index);
  return { ok: firstBad === null, entries: walk.entries, head: walk.head, firstBad };
}

type Walk = {
  readonly entries: number;
  readonly head: string;
  readonly bad: BadEntry | null;
  /** Hashes of the entries that marks speak of, by number. */
  readonly marked: ReadonlyMap<number, string>;
};

function walkChain(db: Database, wanted: ReadonlySet<number>): Walk {
  const marked = new Map<number, string>();
  let entries = 0;
  let head = noEntry;
  let bad: BadEntry | null = null;
  try {
    for (const row of db.prepare('SELECT seq, at, event, actor, body, hash FROM trace ORDER BY seq').iterate()) {
      entries += 1;
      const read = readEntry(row, entries, head);
      bad ??= read.bad;
      head = read.hash;
      if (wanted.has(entries)) marked.set(entries, head);
    }
  } catch {
    // The table is gone, is not the one that this program makes, or lies on damaged pages.
    bad ??= { index: entries + 1, code: 'trace.unreadable' };
  }
  return { entries, head, bad, marked };
}

function readEntry(row: unknown, index: number, previous: string): { hash: string; bad: BadEntry | null } {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return { hash: '', bad: { index, code: 'trace.malformed' } };
  const entry = parsed.data;
  const { seq, hash } = entry;
  if (seq > index) return { hash, bad: { index, code: 'trace.missing' } };
  const fits = seq === index && hash === hashEntry(previous, entry);
  return { hash, bad: fits ? null : { index, code: 'trace.altered' } };
}

function judgeMark({ entries: index, head }: TraceMark, { entries, marked }: Walk): BadEntry | null {
  if (index > entries) return { index: entries + 1, code: 'trace.truncated' };
  return marked.get(index) === head ? null : { index, code: 'trace.rewritten' };
}
