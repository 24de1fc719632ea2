import { z } from 'zod';
import type { SavedFile } from './app-calls.ts';
import { call } from './call.ts';
import type { LogEntry, LogVerdict } from './trace-views.ts';

const nothing = z.strictObject({});

/** 审计日志: reading, verifying and keeping the log of the workspace. */
export const traceCalls = {
  /** The newest first. */
  listLog: call<readonly LogEntry[]>()(nothing),
  verifyLog: call<LogVerdict>()(nothing),
  /** Asks where to save; null when that was cancelled. `indexes`: the entries that are shown, or null for all. */
  exportLog: call<SavedFile | null>()(
    z.strictObject({
      format: z.enum(['xlsx', 'csv']),
      indexes: z.array(z.int().min(1)).max(1_000_000).nullable(),
    }),
  ),
  /** Signs the head as it is now and puts a copy into a folder that is asked for; null when that was cancelled. */
  saveHead: call<SavedFile | null>()(nothing),
};
