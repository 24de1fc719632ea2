import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Round, RoundDesign } from '#shared/round/round.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { authorise, type AuthoriseCode } from '../workspace/authorise.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';
import { checkBasics, checkDesign } from './check-design.ts';
import { loadDraft } from './load-round.ts';

/** Changes a draft: title, deadline and design together. A track that has candidates cannot be taken away. */
export function saveRound(
  workspace: Workspace,
  input: { roundId: string; title: string; deadline: string | null; design: RoundDesign },
): Result<Round, RoundCode | RankingCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'save-rules');
  if (!allowed.ok) return allowed;
  const { db } = workspace;
  const basics = checkBasics(input);
  if (!basics.ok) return basics;
  const { title, deadline } = basics.value;
  const draft = loadDraft(db, input.roundId);
  if (!draft.ok) return draft;
  const design = checkDesign(input.design);
  if (!design.ok) return design;
  const orphan = db
    .prepare<[string, string], { track_id: string }>(
      `SELECT track_id FROM candidates
       WHERE round_id = ? AND track_id NOT IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .get(input.roundId, JSON.stringify(design.value.tracks.map(({ id }) => id)));
  if (orphan !== undefined) {
    const track = draft.value.design.tracks.find(({ id }) => id === orphan.track_id);
    return fail('round.track-in-use', { track: track?.name ?? orphan.track_id });
  }
  db.transaction(() => {
    db.prepare('UPDATE rounds SET title = ?, deadline = ?, design = ? WHERE id = ?').run(
      title,
      deadline,
      JSON.stringify(design.value),
      input.roundId,
    );
    trace(workspace, { event: 'round-saved', body: { roundId: input.roundId } });
  })();
  return ok({ ...draft.value, title, deadline, design: design.value });
}

/** Removes a draft with its candidates, experts and assignment. */
export function removeRound(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Result<null, RoundCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'set-up');
  if (!allowed.ok) return allowed;
  const draft = loadDraft(workspace.db, roundId);
  if (!draft.ok) return draft;
  workspace.db.transaction(() => {
    workspace.db.prepare('DELETE FROM rounds WHERE id = ?').run(roundId);
    trace(workspace, { event: 'round-removed', body: { roundId } });
  })();
  return ok(null);
}
