import { ok, type Result } from '#shared/base/result.ts';
import type { officeCalls } from '#shared/ipc/office-calls.ts';
import { assignExperts, getAssignment, setConflict } from '../assignment/assign-experts.ts';
import { attachDossiers, removeDossier } from '../candidates/attach-dossiers.ts';
import { listCandidates } from '../candidates/list-candidates.ts';
import { previewCandidates } from '../candidates/preview-candidates.ts';
import { removeCandidates } from '../candidates/take-candidates.ts';
import { listExperts } from '../experts/list-experts.ts';
import { previewExperts } from '../experts/preview-experts.ts';
import { removeExperts } from '../experts/take-experts.ts';
import { getProgress } from '../intake/get-progress.ts';
import { importResults } from '../intake/import-results.ts';
import { rankRound } from '../ranking/rank-round.ts';
import { createRound } from '../round/create-round.ts';
import { getRound, listRounds } from '../round/list-rounds.ts';
import { removeRound, saveRound } from '../round/save-round.ts';
import { listTemplates, loadTemplate } from '../round/templates.ts';
import { makePreviews, type Previews } from '../tables/previews.ts';
import { issueTasks } from '../tasks/issue-tasks.ts';
import { listIssuedTasks } from '../tasks/list-issued-tasks.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';
import { reportProgress } from './report-progress.ts';
import { makeWorkspaceHandlers } from './workspace-handlers.ts';

type Act<Input, Value> = (workspace: UnlockedWorkspace, input: Input) => Result<Value> | Promise<Result<Value>>;

/** Calls of the office's side: all but those for workspaces act on the open one. */
export function makeOfficeHandlers(host: Host): HandlersOf<typeof officeCalls> {
  const { desk, grants, savedFiles, randomId } = host;
  const previews = new WeakMap<UnlockedWorkspace, Previews>();
  // A preview judges against the workspace it was opened in, so it ends with it.
  const previewsOf = (workspace: UnlockedWorkspace): Previews => {
    const open = previews.get(workspace) ?? makePreviews(randomId);
    previews.set(workspace, open);
    return open;
  };
  const atDesk =
    <Input, Value>(act: Act<Input, Value>) =>
    (input: Input): Promise<Result<Value>> =>
      desk.atWorkspace((workspace) => act(workspace, input));
  return {
    ...makeWorkspaceHandlers(host),

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

    previewCandidates: atDesk(async (workspace, { file, ...input }) => {
      const path = grants.find(file);
      if (!path.ok) return path;
      const waiting = await previewCandidates(workspace, { ...input, path: path.value });
      return waiting.ok ? ok(previewsOf(workspace).open(waiting.value)) : waiting;
    }),
    mendPreviewRow: atDesk((workspace, input) => previewsOf(workspace).mendPreviewRow(input)),
    takeCandidates: atDesk((workspace, input) => previewsOf(workspace).take(input)),
    listCandidates: atDesk(listCandidates),
    removeCandidates: atDesk(removeCandidates),
    attachDossiers: atDesk((workspace, { roundId, folder }) => {
      const path = grants.find(folder);
      if (!path.ok) return path;
      return attachDossiers(workspace, { roundId, folder: path.value }, reportProgress(host, 'attachDossiers'));
    }),
    removeDossier: atDesk(removeDossier),

    previewExperts: atDesk(async (workspace, { file, ...input }) => {
      const path = grants.find(file);
      if (!path.ok) return path;
      const waiting = await previewExperts(workspace, { ...input, path: path.value });
      return waiting.ok ? ok(previewsOf(workspace).open(waiting.value)) : waiting;
    }),
    takeExperts: atDesk((workspace, input) => previewsOf(workspace).take(input)),
    listExperts: atDesk(listExperts),
    removeExperts: atDesk(removeExperts),

    getAssignment: atDesk(getAssignment),
    setConflict: atDesk(setConflict),
    assignExperts: atDesk(assignExperts),

    issueTasks: atDesk(async (workspace, { roundId, folder }) => {
      const path = grants.find(folder);
      if (!path.ok) return path;
      const input = { roundId, folder: path.value };
      const tasks = await issueTasks(workspace, input, reportProgress(host, 'issueTasks'));
      return tasks.ok ? ok({ tasks: tasks.value, folder: savedFiles.add(path.value) }) : tasks;
    }),
    listIssuedTasks: atDesk(listIssuedTasks),

    importResults: atDesk((workspace, { files }) => {
      const paths = findAll(host, files);
      if (!paths.ok) return paths;
      return importResults(workspace, { paths: paths.value }, reportProgress(host, 'importResults'));
    }),
    getProgress: atDesk(getProgress),

    rankRound: atDesk(rankRound),
  };
}

/** The paths of several grants; one unknown grant refuses them all. */
function findAll({ grants }: Host, ids: readonly string[]): Result<readonly string[]> {
  const paths: string[] = [];
  for (const id of ids) {
    const path = grants.find(id);
    if (!path.ok) return path;
    paths.push(path.value);
  }
  return ok(paths);
}
