import { lookUp } from '../base/at.ts';
import { makeFraction, subtractFractions } from '../base/fraction.ts';
import type { Policy } from '../round/policy.ts';
import { figureOf } from './describe-row.ts';
import type { SheetExplanation } from './explanation.ts';
import type { ValidSheet } from './entrant.ts';
import type { Field } from './gather.ts';
import type { OrderedField } from './order-round.ts';
import type { Figure, RankingRow, RankingSheet } from './ranking.ts';
import type { Tally } from './tally.ts';

/** Each sheet of a row with its items, its place among the others, and what normalisation made of it. */
export function explainSheets(
  { field, normalised: { perPoint } }: OrderedField,
  { entrant, trimmedHigh, trimmedLow }: Tally,
  { contributions }: RankingRow,
  policy: Policy,
): SheetExplanation[] {
  const valid = new Map(entrant.valid.map((one) => [one.sheet.expertId, one]));
  const all = [...entrant.valid.map(({ sheet }) => sheet), ...entrant.left];
  const sheets = new Map(all.map((sheet) => [sheet.expertId, sheet]));
  const trimmed = new Set([...trimmedHigh, ...trimmedLow]);
  const kept = new Set(entrant.valid.filter((one) => !trimmed.has(one)).map(({ value }) => value));
  return contributions.map((contribution) => {
    const counted = valid.get(contribution.expertId);
    const sheet = lookUp(sheets, contribution.expertId);
    return {
      ...contribution,
      place: counted === undefined ? null : placeOf(counted, entrant.valid),
      equalsKept: counted !== undefined && trimmed.has(counted) && kept.has(counted.value),
      effect: counted === undefined ? null : effectOf(counted, field, perPoint, policy),
      items: itemsOf(sheet, field),
      failedGates: field.gates.filter(({ id }) => sheet.gates[id] === 'fail').map(({ id }) => id),
      fraud: sheet.fraud,
    };
  });
}

function placeOf({ value }: ValidSheet, valid: readonly ValidSheet[]): number {
  return valid.filter((other) => other.value > value).length + 1;
}

function effectOf(valid: ValidSheet, { scale }: Field, perPoint: number, policy: Policy): Figure | null {
  if (policy.normalisation === 'none') return null;
  const before = makeFraction(valid.weighted, scale.perPoint);
  return figureOf(subtractFractions(makeFraction(valid.value, perPoint), before), policy.decimals);
}

/** A sheet that does not count may lack points. */
function itemsOf({ state, points }: RankingSheet, { criteria }: Field): SheetExplanation['items'] {
  if (state !== 'scored') return [];
  return criteria.flatMap(({ id }) => {
    const given = points[id];
    return given === undefined ? [] : [{ criterionId: id, points: given }];
  });
}
