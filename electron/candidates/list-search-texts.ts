import { setImmediate } from 'node:timers/promises';
import { ok, type Result } from '#shared/base/result.ts';
import type { SearchTextsView } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { makeSearchText } from '../base/search-text.ts';
import { loadRound } from '../round/load-round.ts';
import type { Workspace } from '../workspace/workspace.ts';

type NameRow = { id: string; code: string; name: string; unit: string };

/** Spelled in one go, about ten milliseconds; other calls have their turn in between. */
const slice = 400;

/** What the candidates of a round can be found by, in its order: code, name and unit with pinyin and initials. */
export async function listSearchTexts(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Promise<Result<SearchTextsView, RoundCode>> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const search = await makeSearchText();
  const rows = workspace.db
    .prepare<[string], NameRow>('SELECT id, code, name, unit FROM candidates WHERE round_id = ? ORDER BY position')
    .all(roundId);
  const texts: string[] = [];
  for (const { code, name, unit } of rows) {
    texts.push(search(code, name, unit));
    if (texts.length % slice === 0) await setImmediate();
  }
  return ok({ ids: rows.map(({ id }) => id).join('\n'), texts: texts.join('\n') });
}
