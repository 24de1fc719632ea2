import { createHash } from 'node:crypto';

/** One entry as it lies in the database. `actor` is NULL in entries made before actors were noted. */
export type TraceRow = {
  readonly seq: number;
  readonly at: string;
  readonly event: string;
  readonly actor: string | null;
  readonly body: string;
  readonly hash: string;
};

/** What the first entry is bound to. */
export const noEntry = '0'.repeat(64);

const secondForm = 'mtx trace 2';

/**
 * The hash of an entry: SHA-256 over these lines, joined by line feeds, in UTF-8. First form, without an actor: previous
 * hash, number, time, event, body. Second form: `mtx trace 2`, previous hash, number, time, event, actor, body.
 * @param previous hash of the entry before, 64 zeros for the first
 */
export function hashEntry(previous: string, { seq, at, event, actor, body }: Omit<TraceRow, 'hash'>): string {
  const lines = actor === null ? [previous, seq, at, event, body] : [secondForm, previous, seq, at, event, actor, body];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
