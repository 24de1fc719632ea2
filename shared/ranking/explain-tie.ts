import { exactText } from '../base/fraction.ts';
import { compareBytes } from '../base/order.ts';
import type { Policy } from '../round/policy.ts';
import type { TieStep } from './explanation.ts';
import { listTieKeys, partByKey, type Scored } from './part-equals.ts';
import type { OrderedField } from './rank-round.ts';
import type { RankingRow, TieDecision } from './ranking.ts';

/** The comparisons that a row with equals went through, until it was parted from all of them; empty without equals. */
export function explainTie(
  { field, perPoint }: OrderedField,
  scored: readonly Scored[],
  row: RankingRow,
  policy: Policy,
  decisions: readonly TieDecision[],
): TieStep[] {
  if (row.tie === null) return [];
  const codes = new Set([row.code, ...row.tie.with]);
  const own = decisions.filter(({ trackId }) => trackId === field.track.id);
  const steps: TieStep[] = [];
  let equals = scored.filter(({ entrant }) => codes.has(entrant.candidate.code));
  for (const key of listTieKeys(field, policy, perPoint)) {
    const { rule, measure } = key;
    const among = equals;
    const parted = partByKey(among, key, own);
    equals = parted.filter((group) => group.some(({ entrant }) => entrant.candidate.code === row.code)).flat();
    const values = among.map((tally) => ({
      code: tally.entrant.candidate.code,
      exact: measure === null ? null : exactText(measure(tally)),
    }));
    const parts = equals.length === 1;
    steps.push({ rule, values: values.toSorted((a, b) => compareBytes(a.code, b.code)), parts });
    if (parts) break;
  }
  return steps;
}
