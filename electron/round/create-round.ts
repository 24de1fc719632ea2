import { makeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Mode, Round, RoundDesign } from '#shared/round/round.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { authorise, type AuthoriseCode } from '../workspace/authorise.ts';
import { currentTime, trace, type Workspace } from '../workspace/workspace.ts';
import { checkBasics, checkDesign } from './check-design.ts';

/** What a new round starts from. `design` comes from a template; `deadline` is RFC 3339 UTC or null. */
export type NewRound = {
  readonly title: string;
  readonly mode: Mode;
  readonly deadline: string | null;
  readonly design: RoundDesign;
};

/** Creates a draft round. Demo workspaces hold demo rounds only, whatever is asked. */
export function createRound(
  workspace: Workspace,
  input: NewRound,
): Result<Round, RoundCode | RankingCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'set-up');
  if (!allowed.ok) return allowed;
  const basics = checkBasics(input);
  if (!basics.ok) return basics;
  const design = checkDesign(input.design);
  if (!design.ok) return design;
  const round: Round = {
    id: makeId(workspace.entropy),
    title: basics.value.title,
    mode: workspace.about.demo ? 'demo' : input.mode,
    status: 'draft',
    createdAt: currentTime(workspace),
    deadline: basics.value.deadline,
    design: design.value,
  };
  workspace.db.transaction(() => {
    workspace.db
      .prepare(
        `INSERT INTO rounds (id, title, mode, status, created_at, deadline, design)
         VALUES (:id, :title, :mode, :status, :createdAt, :deadline, :design)`,
      )
      .run({ ...round, design: JSON.stringify(round.design) });
    trace(workspace, { event: 'round-created', body: { roundId: round.id } });
  })();
  return ok(round);
}
