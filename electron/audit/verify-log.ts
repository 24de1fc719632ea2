import type { FileCode } from '#shared/base/file-sentences.ts';
import type { TraceCode } from '#shared/trace/sentences.ts';
import { verifyTrace, type TraceReport } from '../trace/verify-trace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readHeads, type HeadFile, type IsOffice } from './read-marks.ts';

/** What `mtx trace verify --json` prints. `firstBad.index` is the number of an entry from 1; 0: a head was refused. */
export type LogReport = Omit<TraceReport, 'firstBad'> & {
  readonly firstBad: { readonly index: number; readonly code: TraceCode | FileCode; readonly file?: string } | null;
  /** The signed heads that the log was held against. */
  readonly heads: readonly HeadFile[];
};

/** Verifies a workspace's 留痕 against the heads that it keeps and those that are given. */
export async function verifyLog(
  workspace: Workspace,
  given: readonly string[] = [],
  isOffice: IsOffice | null = null,
): Promise<LogReport> {
  const heads = await readHeads(workspace, given, isOffice);
  const report = verifyTrace(
    workspace.db,
    heads.flatMap(({ mark }) => (mark === null ? [] : [mark])),
  );
  const refused = heads.find(({ code }) => code !== null);
  // What is wrong in the log itself weighs more than a head that proves nothing.
  const firstBad = report.firstBad ?? describeRefused(refused);
  return { ...report, ok: firstBad === null, firstBad, heads };
}

function describeRefused(refused: HeadFile | undefined): LogReport['firstBad'] {
  return refused === undefined || refused.code === null ? null : { index: 0, code: refused.code, file: refused.file };
}
