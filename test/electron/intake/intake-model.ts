import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { importResults } from '#electron/intake/import-results.ts';
import { listIssuedTasks } from '#electron/tasks/list-issued-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import {
  issueRound,
  makeRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
  type ExpertHome,
  type IssuedRound,
} from '../../pipeline/make-round.ts';
import { openTestHome } from '../../pipeline/open-test-home.ts';

const passphrase = '山高水长 风清月朗';

export let model: string;
export let round: IssuedRound;
/** Result packages by expert: seq 1, 2, … */
export let packages: Record<string, readonly string[]>;
export let demoPackage: string;
export let folder: string;
export let workspace: UnlockedWorkspace;

// One issued round with its packages is made once; each test takes them into a copy of the workspace.
beforeAll(async () => {
  model = mkdtempSync(join(tmpdir(), 'mtx-intake-model-'));
  const office = await makeWorkspace(model, tickingEntropy());
  round = await issueRound(office, model, makeRound(office, 2, 3));
  packages = {
    first: await makeChain(homeOf(0), 3),
    second: await makeChain(homeOf(1), 1),
    stranger: [await scoreElsewhere(office)],
  };
  office.db.close();
  const demo = { ...(await makeWorkspace(join(model, 'demo'), tickingEntropy())) };
  const demoRound = await issueRound(demo, join(model, 'demo'), makeRound(demo, 1, 1));
  const [expert] = demoRound.homes;
  if (expert === undefined) throw new Error('no home');
  scoreAll(expert, () => 50);
  demoPackage = (await submit(expert, join(model, 'demo', 'results'))).path;
  demo.db.close();
});
afterAll(() => rmSync(model, { recursive: true, force: true }));
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-intake-'));
  cpSync(join(model, 'office'), join(folder, 'office'), { recursive: true });
  workspace = await open();
});
afterEach(() => {
  workspace.db.close();
  rmSync(folder, { recursive: true, force: true });
});

export const open = async (): Promise<UnlockedWorkspace> => {
  const opened = value(openWorkspace(join(folder, 'office'), tickingEntropy()));
  return value(await unlockWorkspace(opened, passphrase));
};

export function homeOf(index: number): ExpertHome {
  const home = round.homes[index];
  if (home === undefined) throw new Error('no home');
  return home;
}

async function makeChain(expert: ExpertHome, length: number): Promise<string[]> {
  const paths: string[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    scoreAll(expert, () => 50 + seq * 10);
    paths.push((await submit(expert, join(model, 'results'), '更正')).path);
  }
  return paths;
}

/** The first expert's task opened on a second machine, where it gets other keys. */
async function scoreElsewhere(office: UnlockedWorkspace): Promise<string> {
  const issued = value(listIssuedTasks(office, { roundId: round.roundId }));
  const { code, file } = issued.find(({ expertId }) => expertId === homeOf(0).expertId) ?? { code: '', file: '' };
  const home = await openTestHome(join(model, 'elsewhere'), tickingEntropy());
  const { id: taskId } = value(await openTask(home, { path: join(round.tasks, file), code }));
  const expert = { ...homeOf(0), home, taskId };
  scoreAll(expert, () => 90);
  const { path } = await submit(expert, join(model, 'elsewhere'));
  home.db.close();
  return path;
}

export const take = async (...paths: readonly (string | undefined)[]) =>
  value(await importResults(workspace, { paths: paths.map((path) => path ?? '') }));
export const verdicts = async (...paths: readonly (string | undefined)[]) =>
  (await take(...paths)).map(({ verdict, code }) => code ?? verdict);
export const current = () =>
  workspace.db.prepare<[], { seq: number }>('SELECT seq FROM results WHERE current = 1 ORDER BY seq').all();
export const kept = () => readdirSync(workspacePaths.results(workspace.folder)).length;
export const count = (table: string) =>
  workspace.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;
