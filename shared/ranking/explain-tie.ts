import { exactText, makeFraction } from '../base/fraction.ts';
import { compareBytes } from '../base/order.ts';
import type { Policy } from '../round/policy.ts';
import { candidateAt } from './entrant.ts';
import type { TieStep } from './explanation.ts';
import { countOf } from './gather.ts';
import { forEachRun } from './order-quotients.ts';
import type { OrderedField } from './order-round.ts';
import { listTieKeys, partByKey } from './part-equals.ts';
import type { RankingRow, TieDecision } from './ranking.ts';

/** The comparisons that a row with equals went through, until it was parted from all of them; empty without equals. */
export function explainTie(
  ordered: OrderedField,
  entrant: number,
  row: RankingRow,
  policy: Policy,
  decisions: readonly TieDecision[],
): TieStep[] {
  if (row.tie === null) return [];
  const { field, order } = ordered;
  const own = decisions.filter(({ trackId }) => trackId === field.track.id);
  const steps: TieStep[] = [];
  const position = order.entrants.indexOf(entrant);
  let equals = order.entrants.slice(order.equalsFrom[position], order.equalsTo[position]);
  for (const key of listTieKeys(ordered, policy)) {
    const { rule, measure, perPoint } = key;
    const values = Array.from(equals, (member) => ({
      code: candidateAt(field, member).code,
      exact: measure === null ? null : exactText(makeFraction(measure(member), countOf(field, member) * perPoint)),
    }));
    const parted = partByKey({ members: equals, starts: Int32Array.of(0, equals.length) }, key, field, own);
    forEachRun(parted, (from, to) => {
      const run = parted.members.subarray(from, to);
      if (run.includes(entrant)) equals = run.slice();
    });
    const parts = equals.length === 1;
    steps.push({ rule, values: values.toSorted((a, b) => compareBytes(a.code, b.code)), parts });
    if (parts) break;
  }
  return steps;
}
