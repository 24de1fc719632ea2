import { ok, type Result } from '#shared/base/result.ts';
import type { officeCalls } from '#shared/ipc/office-calls.ts';
import type { ImportPreview } from '#shared/ipc/office-views.ts';
import { assignExperts, getAssignment, setConflict } from '../assignment/assign-experts.ts';
import { attachDossiers, removeDossier } from '../candidates/attach-dossiers.ts';
import { listCandidates } from '../candidates/list-candidates.ts';
import { listSearchTexts } from '../candidates/list-search-texts.ts';
import { previewCandidates } from '../candidates/preview-candidates.ts';
import { removeCandidates } from '../candidates/take-candidates.ts';
import { listExperts } from '../experts/list-experts.ts';
import { previewExperts } from '../experts/preview-experts.ts';
import { removeExperts } from '../experts/take-experts.ts';
import { createRound } from '../round/create-round.ts';
import { getRound, listRounds } from '../round/list-rounds.ts';
import { removeRound, saveRound } from '../round/save-round.ts';
import { listTemplates, loadTemplate } from '../round/templates.ts';
import { makePreviews, type Previews, type WaitingImport } from '../tables/previews.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';
import { reportProgress } from './report-progress.ts';

type Office = typeof officeCalls;
type RoundCalls = 'listTemplates' | 'listRounds' | 'createRound' | 'getRound' | 'saveRound' | 'removeRound';
type PreviewCalls = 'previewCandidates' | 'previewExperts' | 'mendPreviewRow' | 'takeCandidates' | 'takeExperts';
type PeopleCalls =
  | 'listCandidates'
  | 'listSearchTexts'
  | 'removeCandidates'
  | 'attachDossiers'
  | 'removeDossier'
  | 'listExperts'
  | 'removeExperts'
  | 'getAssignment'
  | 'setConflict'
  | 'assignExperts';

/** Calls that set a round up: the round itself, who is scored, who scores. */
export function makeSetUpHandlers(host: Host): HandlersOf<Pick<Office, RoundCalls | PreviewCalls | PeopleCalls>> {
  return { ...makeRoundHandlers(host), ...makePreviewHandlers(host), ...makePeopleHandlers(host) };
}

function makeRoundHandlers({ desk }: Host): HandlersOf<Pick<Office, RoundCalls>> {
  const atDesk = actOn(desk);
  return {
    listTemplates: () => ok(listTemplates()),
    listRounds: atDesk(listRounds),
    createRound: atDesk((workspace, { template, ...input }) => {
      const loaded = loadTemplate(template);
      if (!loaded.ok) return loaded;
      const round = createRound(workspace, { ...input, design: loaded.value.design });
      return round.ok ? getRound(workspace, { roundId: round.value.id }) : round;
    }),
    getRound: atDesk(getRound),
    saveRound: atDesk((workspace, input) => {
      const saved = saveRound(workspace, input);
      return saved.ok ? getRound(workspace, input) : saved;
    }),
    removeRound: atDesk(removeRound),
  };
}

function makePreviewHandlers({ desk, grants, randomId }: Host): HandlersOf<Pick<Office, PreviewCalls>> {
  const atDesk = actOn(desk);
  const previews = new WeakMap<UnlockedWorkspace, Previews>();
  // A preview judges against the workspace it was opened in, so it ends with it.
  const previewsOf = (workspace: UnlockedWorkspace): Previews => {
    const open = previews.get(workspace) ?? makePreviews(randomId);
    previews.set(workspace, open);
    return open;
  };
  const open = async (
    workspace: UnlockedWorkspace,
    file: string,
    read: (path: string) => Promise<Result<WaitingImport>>,
  ): Promise<Result<ImportPreview>> => {
    const path = grants.find(file);
    if (!path.ok) return path;
    const waiting = await read(path.value);
    return waiting.ok ? ok(previewsOf(workspace).open(waiting.value)) : waiting;
  };
  return {
    previewCandidates: atDesk((workspace, { file, ...input }) =>
      open(workspace, file, (path) => previewCandidates(workspace, { ...input, path })),
    ),
    previewExperts: atDesk((workspace, { file, ...input }) =>
      open(workspace, file, (path) => previewExperts(workspace, { ...input, path })),
    ),
    mendPreviewRow: atDesk((workspace, input) => previewsOf(workspace).mendPreviewRow(input)),
    takeCandidates: atDesk((workspace, input) => previewsOf(workspace).take(input)),
    takeExperts: atDesk((workspace, input) => previewsOf(workspace).take(input)),
  };
}

function makePeopleHandlers(host: Host): HandlersOf<Pick<Office, PeopleCalls>> {
  const atDesk = actOn(host.desk);
  return {
    listCandidates: atDesk(listCandidates),
    listSearchTexts: atDesk(listSearchTexts),
    removeCandidates: atDesk(removeCandidates),
    attachDossiers: atDesk((workspace, { roundId, folder }) => {
      const path = host.grants.find(folder);
      if (!path.ok) return path;
      return attachDossiers(workspace, { roundId, folder: path.value }, reportProgress(host, 'attachDossiers'));
    }),
    removeDossier: atDesk(removeDossier),
    listExperts: atDesk(listExperts),
    removeExperts: atDesk(removeExperts),
    getAssignment: atDesk(getAssignment),
    setConflict: atDesk(setConflict),
    assignExperts: atDesk(assignExperts),
  };
}
