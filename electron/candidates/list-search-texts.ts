import { ok, type Result } from '#shared/base/result.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { makeSearchText } from '../base/search-text.ts';
import { loadRound } from '../round/load-round.ts';
import type { Workspace } from '../workspace/workspace.ts';

type NameRow = { id: string; code: string; name: string; unit: string };

/** What the candidates of a round can be found by, by their ids: code, name and unit with pinyin and initials. */
export async function listSearchTexts(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Promise<Result<Readonly<Record<string, string>>, RoundCode>> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const search = await makeSearchText();
  const rows = workspace.db
    .prepare<[string], NameRow>('SELECT id, code, name, unit FROM candidates WHERE round_id = ?')
    .all(roundId);
  return ok(Object.fromEntries(rows.map(({ id, code, name, unit }) => [id, search(code, name, unit)])));
}
