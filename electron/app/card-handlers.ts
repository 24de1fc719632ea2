import { ok } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import type { expertCardCalls, officeCardCalls } from '#shared/ipc/card-calls.ts';
import { enrolCard, previewCard } from '../cards/enrol-card.ts';
import { readCardOffice } from '../cards/card-office.ts';
import { makeCard } from '../cards/make-card.ts';
import { revokeExpertKeys } from '../experts/expert-keys.ts';
import { reissueTask } from '../tasks/reissue-task.ts';
import { renewTaskKeys } from '../tasks/renew-task-keys.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';

/** Calls of the office about experts' keys. */
export function makeOfficeCardHandlers({ desk, grants, savedFiles }: Host): HandlersOf<typeof officeCardCalls> {
  const atDesk = actOn(desk);
  return {
    previewCard: atDesk((workspace, { roundId, file }) => {
      const path = grants.find(file);
      return path.ok ? previewCard(workspace, { roundId, path: path.value }) : path;
    }),
    enrolCard: atDesk((workspace, { roundId, file, expertId }) => {
      const path = grants.find(file);
      return path.ok ? enrolCard(workspace, { roundId, path: path.value, expertId }) : path;
    }),
    revokeExpertKeys: atDesk(revokeExpertKeys),
    reissueTask: atDesk(async (workspace, { folder, ...input }) => {
      const path = grants.find(folder);
      if (!path.ok) return path;
      const task = await reissueTask(workspace, { ...input, folder: path.value });
      return task.ok ? ok({ task: task.value, folder: savedFiles.add(path.value) }) : task;
    }),
  };
}

/** The expert's call for his own card. */
export function makeExpertCardHandlers({ desk, dialogs, savedFiles }: Host): HandlersOf<typeof expertCardCalls> {
  return {
    makeCard: (input) =>
      desk.atHome(async (home) => {
        const [folder] = await dialogs.choose('card-folder');
        if (folder === undefined) return ok(null);
        const made = await makeCard(home, { ...input, folder });
        if (!made.ok) return made;
        const { path, fingerprint } = made.value;
        return ok({ fingerprint: formatFingerprint(fingerprint), file: savedFiles.add(path) });
      }),
    readCardOffice: () => desk.atHome((home) => ok(readCardOffice(home))),
    renewTaskKeys: (input) => desk.atHome((home) => renewTaskKeys(home, input)),
  };
}
