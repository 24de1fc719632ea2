import { ok, type Result } from '#shared/base/result.ts';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { receiptCalls } from '#shared/ipc/receipt-calls.ts';
import { writeWhole } from '../audit/sign-head.ts';
import { giveReceipts } from '../receipts/give-receipts.ts';
import { listReceipts } from '../receipts/list-receipts.ts';
import { makeVerificationSheets } from '../receipts/verification-sheet.ts';
import { trace, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';
import { reportProgress } from './report-progress.ts';

/** Calls of 回执 and 核验单. */
export function makeReceiptHandlers(host: Host): HandlersOf<typeof receiptCalls> {
  const atDesk = actOn(host.desk);
  return {
    listReceipts: atDesk(listReceipts),
    saveReceipts: atDesk(async (workspace, input) => {
      const [folder] = await host.dialogs.choose('receipt-folder');
      if (folder === undefined) return ok(null);
      const given = await giveReceipts(workspace, { ...input, folder }, reportProgress(host, 'saveReceipts'));
      if (!given.ok) return given;
      const refusals = given.value.filter(({ verdict }) => verdict === 'refused').length;
      return ok({ count: given.value.length, refusals, folder: host.savedFiles.add(folder) });
    }),
    saveVerificationSheets: atDesk((workspace, input) => saveSheets(host, workspace, input)),
  };
}

async function saveSheets(
  host: Host,
  workspace: UnlockedWorkspace,
  input: CallInput<'saveVerificationSheets'>,
): Promise<Result<SavedFile | null>> {
  const { language } = host.preferences.read();
  const made = makeVerificationSheets(workspace, { ...input, language });
  if (!made.ok) return made;
  const { fileName, html, margins } = made.value;
  const path = await host.dialogs.chooseTarget(fileName, 'pdf');
  if (path === undefined) return ok(null);
  const written = await writeWhole(path, await host.printPdf(html, margins));
  if (!written.ok) return written;
  const body = { roundId: input.roundId, form: 'verification' };
  workspace.db.transaction(() => trace(workspace, { event: 'form-exported', body })).immediate();
  return ok(host.savedFiles.add(path));
}
