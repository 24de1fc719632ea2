import { ok, type Result } from '#shared/base/result.ts';
import type { expertCalls } from '#shared/ipc/expert-calls.ts';
import type { Home } from '../home/home.ts';
import { openReceipt } from '../receipts/open-receipt.ts';
import { editSheet, starCandidate } from '../scoring/edit-sheet.ts';
import { submitTask } from '../scoring/submit-task.ts';
import { getTask, listTasks, removeTask } from '../tasks/list-tasks.ts';
import { openTask } from '../tasks/open-task.ts';
import type { HandlersOf } from './calls.ts';
import { makeExpertCardHandlers } from './card-handlers.ts';
import { makeDossierHandlers } from './dossier-handlers.ts';
import { makeHomeHandlers } from './home-handlers.ts';
import type { Host } from './host.ts';

/** Calls of the expert's side: each one acts on the home of this machine. */
export function makeExpertHandlers(host: Host): HandlersOf<typeof expertCalls> {
  const atHome =
    <Input, Value>(act: (home: Home, input: Input) => Result<Value> | Promise<Result<Value>>) =>
    (input: Input): Promise<Result<Value>> =>
      host.desk.atHome((home) => act(home, input));
  return {
    ...makeDossierHandlers(host),
    ...makeHomeHandlers(host),
    ...makeExpertCardHandlers(host),
    openTask: atHome((home, { file, code, commission }) => {
      const path = host.grants.find(file);
      if (!path.ok) return path;
      return openTask(home, { path: path.value, code, ...(commission === undefined ? {} : { commission }) });
    }),
    listTasks: atHome(listTasks),
    getTask: atHome(getTask),
    editSheet: atHome(editSheet),
    starCandidate: atHome(starCandidate),
    submitTask: atHome(async (home, { taskId, reason }) => {
      const [folder] = await host.dialogs.choose('submit-folder');
      if (folder === undefined) return ok(null);
      const submitted = await submitTask(home, { taskId, folder, reason });
      if (!submitted.ok) return submitted;
      const { path, ...submission } = submitted.value;
      return ok({ submission, file: host.savedFiles.add(path) });
    }),
    removeTask: atHome(removeTask),
    openReceipt: atHome((home, { file }) => {
      const path = host.grants.find(file);
      return path.ok ? openReceipt(home, { path: path.value }) : path;
    }),
  };
}
