import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Entropy } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { assignExperts } from '../assignment/assign-experts.ts';
import type { Progress } from '../base/progress.ts';
import { attachDossiers } from '../candidates/attach-dossiers.ts';
import { loadCandidates } from '../candidates/list-candidates.ts';
import { readCandidates } from '../candidates/read-candidates.ts';
import { takeCandidates } from '../candidates/take-candidates.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { readExperts } from '../experts/read-experts.ts';
import { takeExperts } from '../experts/take-experts.ts';
import { importResults } from '../intake/import-results.ts';
import { saveFormFacts } from '../reports/form-facts.ts';
import { createRound } from '../round/create-round.ts';
import { loadTemplate } from '../round/templates.ts';
import { issueTasks } from '../tasks/issue-tasks.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { demoFacts } from './demo-facts.ts';
import { writeDemoSheets, type DemoSheets } from './demo-files.ts';
import type { DemoKind } from './demo-row.ts';
import { scoreAsExpert } from './score-as-expert.ts';

/** Demo workspaces hold invented data only, so their passphrase is no secret: the same for all. */
export const demoPassphrase = 'demo-满天星-演示';

/** log2 of scrypt's N for a demo's key file: there is nothing to protect, and the demo should open at once. */
const demoWorkFactor = 12;

export type DemoInput = {
  /** An empty or new folder; `workspace`, `tasks` and `results` are made in it. */
  readonly folder: string;
  readonly kind: DemoKind;
  /** How many instead of the shipped spreadsheets; null: those. */
  readonly candidates: number | null;
  readonly experts: number | null;
  readonly seed: number;
  readonly entropy: Entropy;
  /** The folder `resources` of the installation. */
  readonly resources: string;
};

/** A demo round after the whole flow. The workspace is open; the caller closes its database. */
export type Demo = {
  readonly workspace: UnlockedWorkspace;
  readonly roundId: string;
  readonly tasks: readonly IssuedTask[];
  readonly candidates: number;
  readonly experts: number;
  readonly sheets: number;
  readonly dossiers: number;
};

/** Where a demo keeps what crosses desks. */
export const demoFolders = {
  workspace: (folder: string) => join(folder, 'workspace'),
  tasks: (folder: string) => join(folder, 'tasks'),
  results: (folder: string) => join(folder, 'results'),
};

/**
 * Runs the whole flow on sample data with the same functions as the windows: set up, import, assign, issue, score as
 * every expert, submit, take the results in.
 */
export async function makeDemo(input: DemoInput, progress: Progress = () => undefined): Promise<Result<Demo>> {
  const workspace = await createWorkspace({
    folder: demoFolders.workspace(input.folder),
    name: '满天星评审办（演示）',
    demo: true,
    passphrase: demoPassphrase,
    entropy: input.entropy,
    workFactor: demoWorkFactor,
  });
  if (!workspace.ok) return workspace;
  const demo = await fillWorkspace(workspace.value, input, progress);
  if (!demo.ok) workspace.value.db.close();
  return demo;
}

async function fillWorkspace(
  workspace: UnlockedWorkspace,
  input: DemoInput,
  progress: Progress,
): Promise<Result<Demo>> {
  const round = setUpRound(workspace, input);
  if (!round.ok) return round;
  const roundId = round.value;
  const sheets = await writeDemoSheets(input);
  if (!sheets.ok) return sheets;
  const people = await importPeople(workspace, roundId, sheets.value);
  if (!people.ok) return people;
  const issued = await issueTasks(workspace, { roundId, folder: demoFolders.tasks(input.folder) });
  if (!issued.ok) return issued;
  for (const [index, task] of issued.value.entries()) {
    progress(index, issued.value.length, task.name);
    const scored = await scoreAsExpert(workspace, input, task);
    if (!scored.ok) return scored;
  }
  const facts = saveFormFacts(workspace, { roundId, facts: demoFacts(workspace.entropy.now()) });
  if (!facts.ok) return facts;
  const entries = await importResults(workspace, { paths: [demoFolders.results(input.folder)] });
  if (!entries.ok) return entries;
  progress(issued.value.length, issued.value.length, '');
  return ok({
    workspace,
    roundId,
    tasks: issued.value,
    candidates: loadCandidates(workspace.db, roundId).length,
    experts: issued.value.length,
    sheets: entries.value.reduce((sum, entry) => sum + entry.sheets, 0),
    dossiers: people.value,
  });
}

function setUpRound(workspace: UnlockedWorkspace, { kind }: DemoInput): Result<string> {
  const template = loadTemplate(kind);
  if (!template.ok) return template;
  const { title, design } = template.value;
  const round = createRound(workspace, { title: `${title}（演示）`, mode: 'demo', deadline: null, design });
  return round.ok ? ok(round.value.id) : round;
}

/** @returns how many dossier files were attached */
async function importPeople(
  workspace: UnlockedWorkspace,
  roundId: string,
  sheets: DemoSheets,
): Promise<Result<number>> {
  const candidates = await readCandidates(workspace, { roundId, path: sheets.candidates, track: null });
  if (!candidates.ok) return candidates;
  const taken = takeCandidates(workspace, { roundId, rows: candidates.value.interpretation.rows });
  if (!taken.ok) return taken;
  const experts = await readExperts(workspace, { roundId, path: sheets.experts });
  if (!experts.ok) return experts;
  const joined = takeExperts(workspace, { roundId, rows: experts.value.interpretation.rows });
  if (!joined.ok) return joined;
  const assigned = assignExperts(workspace, { roundId, perCandidate: choosePerCandidate(workspace, roundId), seed: 1 });
  if (!assigned.ok) return assigned;
  if (sheets.dossiers === null || !existsSync(sheets.dossiers)) return ok(0);
  const attached = await attachDossiers(workspace, { roundId, folder: sheets.dossiers });
  return attached.ok ? ok(attached.value.attached) : attached;
}

/** A small panel scores everything, a large one shares the work: five experts each. */
function choosePerCandidate({ db }: UnlockedWorkspace, roundId: string): number | 'all' {
  const experts = loadExperts(db, roundId);
  const everywhere = experts.filter(({ tracks }) => tracks.length === 0).length;
  return everywhere > 9 ? 5 : 'all';
}
