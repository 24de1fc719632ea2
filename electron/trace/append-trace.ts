import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** What happened, as plain data; never scores in words, personal fields or secrets. */
export type TraceEvent =
  | { readonly event: 'workspace-created'; readonly body: { readonly name: string } }
  | { readonly event: 'round-created' | 'round-saved' | 'round-removed'; readonly body: { readonly roundId: string } }
  | {
      readonly event: 'candidates-taken' | 'experts-taken' | 'candidates-removed' | 'experts-removed';
      readonly body: { readonly roundId: string; readonly count: number };
    }
  | {
      readonly event: 'dossiers-attached' | 'dossier-removed';
      readonly body: { readonly roundId: string; readonly count: number };
    }
  | {
      readonly event: 'conflict-declared' | 'conflict-withdrawn';
      readonly body: { readonly roundId: string; readonly expertId: string; readonly candidateId: string };
    }
  | {
      readonly event: 'experts-assigned';
      readonly body: { readonly roundId: string; readonly perCandidate: number | 'all'; readonly seed: number };
    }
  | {
      readonly event: 'task-issued';
      readonly body: { readonly roundId: string; readonly expertId: string; readonly statement: string };
    }
  | {
      readonly event: 'package-received';
      readonly body: { readonly verdict: string; readonly code: string | null; readonly statement: string | null };
    }
  | { readonly event: 'task-opened'; readonly body: { readonly statement: string } }
  | { readonly event: 'task-removed'; readonly body: { readonly statement: string } }
  | { readonly event: 'result-submitted'; readonly body: { readonly statement: string; readonly seq: number } }
  | {
      readonly event: 'decision-recorded';
      readonly body: { readonly roundId: string; readonly decisionId: string; readonly kind: string };
    }
  | {
      readonly event: 'round-locked' | 'round-reopened';
      readonly body: { readonly roundId: string; readonly statement: string };
    }
  | { readonly event: 'form-exported'; readonly body: { readonly roundId: string; readonly form: string } };

/**
 * Adds an entry to the 留痕 of a database; call it inside the transaction of the act.
 * Each hash is SHA-256 over the previous hash, the number, the time, the event and its body, one to a line.
 * @param at RFC 3339 UTC
 */
export function appendTrace(db: Database, at: string, { event, body }: TraceEvent): void {
  const last = db
    .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM trace ORDER BY seq DESC LIMIT 1')
    .get();
  const seq = (last?.seq ?? 0) + 1;
  const text = JSON.stringify(body);
  const hash = createHash('sha256')
    .update([last?.hash ?? '0'.repeat(64), seq, at, event, text].join('\n'))
    .digest('hex');
  db.prepare('INSERT INTO trace (seq, at, event, body, hash) VALUES (?, ?, ?, ?, ?)').run(seq, at, event, text, hash);
}
