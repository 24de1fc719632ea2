import { fail, ok, type Result } from '#shared/base/result.ts';
import { loadRound } from '../round/load-round.ts';
import { listIssuedTasks } from '../tasks/list-issued-tasks.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ExportedForm } from './export-form.ts';
import { loadFormsSource, type FormsInput, type FormsSource, type FormWish } from './forms-source.ts';
import { makeForm } from './make-form.ts';
import type { PaperSource } from './paper-source.ts';
import { slipForm } from './slip-form.ts';

/** The forms of a round as the workspace holds it at one moment: what they are made from is read once. */
export type Forms = {
  readonly source: PaperSource;
  readonly make: (wish: FormWish) => Promise<Result<ExportedForm>>;
};

/** Makes forms of what was read, here or elsewhere. */
export type FormMaker = (source: FormsSource) => Forms['make'];

const makeHere: FormMaker = (source) => (wish) => makeForm(source, wish);

/**
 * Reads what the forms of a round are made from.
 * @param maker where they are made; here, when it is left out
 */
export function openForms(workspace: Workspace, input: FormsInput, maker = makeHere): Result<Forms> {
  const source = loadFormsSource(workspace, input);
  if (!source.ok) return source;
  const make = maker(source.value);
  return ok({
    source: source.value.paper,
    make: async (wish) => {
      const { form, format } = wish;
      if (form === 'slip' && format === 'pdf') return makeSlips(workspace, input);
      if (form !== 'verification') return make(wish);
      return input.verification?.() ?? fail('cli.pdf-needs-window', { formats: format });
    },
  });
}

function makeSlips(workspace: Workspace, { roundId, language }: FormsInput): Result<ExportedForm> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const tasks = listIssuedTasks(workspace, { roundId });
  if (!tasks.ok) return tasks;
  if (tasks.value.length === 0) return fail('round.not-issued', { title: round.value.title });
  if (workspace.columns === undefined) return fail('workspace.codes-sealed');
  const exportedAt = workspace.entropy.now();
  return ok(slipForm({ round: round.value, office: workspace.about.name, tasks: tasks.value, language, exportedAt }));
}
