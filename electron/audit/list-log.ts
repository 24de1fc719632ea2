import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ok, type Result } from '#shared/base/result.ts';
import type { LogEntry } from '#shared/ipc/trace-views.ts';
import { parseJson } from '#shared/packages/canonical.ts';
import type { EventDetail, NamedActor } from '#shared/trace/describe-event.ts';
import { traceActorSchema } from '#shared/trace/event.ts';
import type { TraceRow } from '../trace/chain.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The log for the window. */
export function listLog(workspace: Workspace): Result<readonly LogEntry[]> {
  return ok(readLog(workspace));
}

/** The log of a workspace for reading, the newest first. Rows that cannot be read are shown all the same. */
export function readLog(workspace: Workspace): readonly LogEntry[] {
  const names: Names = {
    round: loadNames(workspace.db, 'SELECT id, title AS name FROM rounds'),
    expert: loadNames(workspace.db, 'SELECT id, name FROM experts'),
    candidate: loadNames(workspace.db, "SELECT id, code || ' ' || name AS name FROM candidates"),
  };
  const rows = workspace.db
    .prepare<[], TraceRow>('SELECT seq, at, event, actor, body, hash FROM trace ORDER BY seq DESC')
    .all();
  return rows.map((row) => readEntry(row, names));
}

type Names = Readonly<Record<'round' | 'expert' | 'candidate', ReadonlyMap<string, string>>>;

function loadNames(db: Database, sql: string): Map<string, string> {
  return new Map(
    db
      .prepare<[], { id: string; name: string }>(sql)
      .all()
      .map(({ id, name }) => [id, name]),
  );
}

const bodySchema = z.record(z.string(), z.unknown()).catch({});

function readEntry({ seq: index, at, event, actor, body, hash }: TraceRow, names: Names): LogEntry {
  const values = bodySchema.parse(parseJson(body));
  const roundId = text(values['roundId']);
  return {
    index,
    at,
    event,
    actor: readActor(actor, names),
    roundId,
    roundTitle: names.round.get(roundId ?? '') ?? null,
    detail: readDetail(values, names),
    hash,
  };
}

function readActor(actor: string | null, names: Names): NamedActor | null {
  const parsed = traceActorSchema.safeParse(parseJson(actor ?? ''));
  if (!parsed.success) return null;
  const who = parsed.data;
  switch (who.kind) {
    case 'member':
      return { kind: 'member', name: who.name, role: who.role };
    case 'expert':
      return { kind: 'expert', name: names.expert.get(who.id) ?? null, role: null };
    default:
      return { kind: 'command-line', name: null, role: null };
  }
}

function readDetail(values: Readonly<Record<string, unknown>>, names: Names): EventDetail {
  const plain = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [],
  );
  const expert = names.expert.get(text(values['expertId']) ?? '');
  const candidate = names.candidate.get(text(values['candidateId']) ?? '') ?? text(values['candidateId']);
  return {
    ...Object.fromEntries(plain),
    ...(expert === undefined ? {} : { expert }),
    ...(candidate === null ? {} : { candidate }),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
