import { ok, type Result } from '#shared/base/result.ts';
import type { FormFactsView } from '#shared/ipc/report-views.ts';
import { formFactsSchema, noFacts, tidyDocumentNumber, type FormFacts } from '#shared/reports/facts.ts';
import { loadRound } from '../round/load-round.ts';
import { authorise } from '../workspace/authorise.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';
import { loadHolidays } from './holidays-file.ts';

/** The facts kept with a round, null when none were entered yet. */
export function loadFacts({ db }: Workspace, roundId: string): FormFacts | null {
  const row = db.prepare<[string], { facts: string }>('SELECT facts FROM form_facts WHERE round_id = ?').get(roundId);
  return row === undefined ? null : readKept(row.facts);
}

/** What an earlier version kept lacks what was added since. */
function readKept(text: string): FormFacts {
  const kept: unknown = JSON.parse(text);
  return formFactsSchema.parse({ ...noFacts, ...(typeof kept === 'object' ? kept : {}) });
}

/** The facts as the window asks for them; before they are entered, the office's name stands in. */
export function getFormFacts(workspace: Workspace, { roundId }: { roundId: string }): Result<FormFactsView> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const facts = loadFacts(workspace, roundId);
  const holidays = loadHolidays(workspace);
  // A file that cannot be read is replaced from here; what is made from it says so.
  const spans = holidays.ok ? holidays.value : [];
  return ok({ facts: facts ?? { ...noFacts, office: workspace.about.name }, holidays: spans, saved: facts !== null });
}

/** Keeps the facts with the round. */
export function saveFormFacts(
  workspace: Workspace,
  { roundId, facts }: { roundId: string; facts: FormFacts },
): Result<FormFacts> {
  const allowed = authorise(workspace, 'publish');
  if (!allowed.ok) return allowed;
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const tidy = { ...facts, documentNumber: tidyDocumentNumber(facts.documentNumber) };
  workspace.db.transaction(() => {
    workspace.db
      .prepare(
        'INSERT INTO form_facts (round_id, facts) VALUES (?, ?) ON CONFLICT (round_id) DO UPDATE SET facts = excluded.facts',
      )
      .run(roundId, JSON.stringify(tidy));
    trace(workspace, { event: 'form-facts-saved', body: { roundId } });
  })();
  return ok(tidy);
}
