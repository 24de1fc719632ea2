import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '#shared/base/result.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { demoCounts, demoSeed, makeDemoCandidates, makeDemoExperts } from './demo-candidates.ts';
import type { DemoKind, DemoRow } from './demo-row.ts';

/** The spreadsheets that a demo round is set up from; `dossiers` null when there are none. */
export type DemoSheets = { readonly candidates: string; readonly experts: string; readonly dossiers: string | null };

/** The shipped sample files of a kind. */
export function demoFiles(resources: string, kind: DemoKind): DemoSheets {
  const folder = join(resources, 'demo');
  return {
    candidates: join(folder, `${kind}-candidates.xlsx`),
    experts: join(folder, `${kind}-experts.xlsx`),
    dossiers: join(folder, 'dossiers', kind),
  };
}

type Wanted = {
  readonly folder: string;
  readonly resources: string;
  readonly kind: DemoKind;
  readonly candidates: number | null;
  readonly experts: number | null;
  readonly seed: number;
};

/** The shipped spreadsheets, or, when other numbers are wanted, made ones as CSV files beside the demo. */
export async function writeDemoSheets(wanted: Wanted): Promise<Result<DemoSheets>> {
  const shipped = demoFiles(wanted.resources, wanted.kind);
  if (wanted.candidates === null && wanted.experts === null && existsSync(shipped.candidates)) return ok(shipped);
  const counts = demoCounts[wanted.kind];
  const seed = wanted.candidates === null ? demoSeed : wanted.seed;
  const candidates = makeDemoCandidates(wanted.kind, wanted.candidates ?? counts.candidates, seed);
  const experts = makeDemoExperts(wanted.kind, wanted.experts ?? counts.experts, seed, candidates);
  const folder = join(wanted.folder, 'sheets');
  mkdirSync(folder, { recursive: true });
  const files = { candidates: join(folder, 'candidates.csv'), experts: join(folder, 'experts.csv') };
  const first = await writeRows(files.candidates, candidates);
  if (!first.ok) return first;
  const second = await writeRows(files.experts, experts);
  if (!second.ok) return second;
  return ok({ ...files, dossiers: wanted.candidates === null ? shipped.dossiers : null });
}

async function writeRows(path: string, rows: readonly DemoRow[]): Promise<Result<null>> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const written = await writeFileAtomic(path, async (write) => {
    await write(writeCsv(table));
    return ok(null);
  });
  return written.ok ? ok(null) : written;
}
