import { ok, type Result } from '#shared/base/result.ts';
import type { officeCalls } from '#shared/ipc/office-calls.ts';
import { getProgress } from '../intake/get-progress.ts';
import { importResults } from '../intake/import-results.ts';
import { listIntake } from '../intake/list-intake.ts';
import { getCandidateSheets } from '../ranking/get-candidate-sheets.ts';
import { rankRound } from '../ranking/show-ranking.ts';
import { issueTasks } from '../tasks/issue-tasks.ts';
import { listIssuedTasks } from '../tasks/list-issued-tasks.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Grants } from './grants.ts';
import type { Host } from './host.ts';
import { reportProgress } from './report-progress.ts';

type ResultCalls = Pick<
  typeof officeCalls,
  'issueTasks' | 'listIssuedTasks' | 'importResults' | 'listIntake' | 'getProgress' | 'rankRound' | 'getCandidateSheets'
>;

/** Calls from 下发 to 排名: task packages go out, result packages come in, lists are made. */
export function makeResultHandlers(host: Host): HandlersOf<ResultCalls> {
  const { desk, grants, savedFiles } = host;
  const atDesk = actOn(desk);
  return {
    issueTasks: atDesk(async (workspace, { roundId, folder }) => {
      const path = grants.find(folder);
      if (!path.ok) return path;
      const input = { roundId, folder: path.value };
      const tasks = await issueTasks(workspace, input, reportProgress(host, 'issueTasks'));
      return tasks.ok ? ok({ tasks: tasks.value, folder: savedFiles.add(path.value) }) : tasks;
    }),
    listIssuedTasks: atDesk(listIssuedTasks),
    importResults: atDesk((workspace, { files }) => {
      const paths = findAll(grants, files);
      if (!paths.ok) return paths;
      return importResults(workspace, { paths: paths.value }, reportProgress(host, 'importResults'));
    }),
    listIntake: atDesk(listIntake),
    getProgress: atDesk(getProgress),
    rankRound: atDesk(rankRound),
    getCandidateSheets: atDesk(getCandidateSheets),
  };
}

/** The paths of several grants; one unknown grant refuses them all. */
function findAll(grants: Grants, ids: readonly string[]): Result<readonly string[]> {
  const paths: string[] = [];
  for (const id of ids) {
    const path = grants.find(id);
    if (!path.ok) return path;
    paths.push(path.value);
  }
  return ok(paths);
}
