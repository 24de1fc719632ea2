import { join } from 'node:path';
import { ok } from '#shared/base/result.ts';
import type { traceCalls } from '#shared/ipc/trace-calls.ts';
import { makeLogFile, saveLogFile } from '../audit/export-log.ts';
import { listLog } from '../audit/list-log.ts';
import { nameHead, signHead, writeWhole } from '../audit/sign-head.ts';
import { verifyLog } from '../audit/verify-log.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';

/** Calls of 审计日志. */
export function makeTraceHandlers(host: Host): HandlersOf<typeof traceCalls> {
  const atDesk = actOn(host.desk);
  return {
    listLog: atDesk(listLog),
    verifyLog: atDesk(async (workspace) => {
      const { heads, ...report } = await verifyLog(workspace);
      const covered = Math.max(0, ...heads.map(({ mark }) => mark?.entries ?? 0));
      return ok({ ...report, heads: heads.length, covered });
    }),
    exportLog: atDesk(async (workspace, { format, indexes }) => {
      const { language } = host.preferences.read();
      const made = await makeLogFile(workspace, { format, indexes, language });
      const path = await host.dialogs.chooseTarget(made.fileName, format);
      if (path === undefined) return ok(null);
      const saved = await saveLogFile(workspace, made, { format, path });
      return saved.ok ? ok(host.savedFiles.add(path)) : saved;
    }),
    saveHead: atDesk(async (workspace) => {
      const [folder] = await host.dialogs.choose('head-folder');
      if (folder === undefined) return ok(null);
      const signed = await signHead(workspace, 'asked');
      if (!signed.ok) return signed;
      const path = join(folder, nameHead(signed.value));
      const written = await writeWhole(path, signed.value.bytes);
      return written.ok ? ok(host.savedFiles.add(path)) : written;
    }),
  };
}
