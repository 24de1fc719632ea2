import type { DossierFile } from '#shared/candidates/candidate.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { dossierCalls } from '#shared/ipc/dossier-calls.ts';
import { guardDossier } from '../home/home-failure.ts';
import { previewDocument } from '../documents/preview-document.ts';
import { findDossierRecord } from '../tasks/find-dossier-record.ts';
import type { HandlersOf } from './calls.ts';
import type { DossierContent } from './dossier-files.ts';
import type { Host } from './host.ts';

type Place = { readonly taskId: string; readonly candidateId: string; readonly sha256: string };
type Found = { readonly content: DossierContent; readonly record: DossierFile };

/** Calls about files that the window cannot show by itself. */
export function makeDossierHandlers(host: Host): HandlersOf<typeof dossierCalls> {
  return {
    noteReading: () => {
      host.noteReading();
      return ok(null);
    },
    previewDossier: (place) =>
      guardDossier(async () => {
        const found = await find(host, place);
        if (!found.ok) return found;
        const { size, read } = found.value.content;
        return previewDocument({ size, read: () => read({ start: 0, end: size - 1 }) });
      }),
    openDossierOutside: (place) =>
      guardDossier(async (): Promise<Result<{ readonly name: string } | null>> => {
        const found = await find(host, place);
        if (!found.ok) return found;
        const { content, record } = found.value;
        if (!(await host.dialogs.confirmOutside(record.name))) return ok(null);
        return host.openedCopies.open(content, record.name);
      }),
  };
}

async function find({ desk, findDossier }: Host, place: Place): Promise<Result<Found>> {
  const { taskId: id, candidateId, sha256 } = place;
  const record = await desk.atHome((home) => ok(findDossierRecord(home, place)));
  if (!record.ok) return record;
  const content = await findDossier({ of: 'task', id, candidateId, sha256 });
  if (content === null || record.value === null) return fail('candidates.dossier-gone');
  return ok({ content, record: record.value });
}
