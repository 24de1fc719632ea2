import { nameItems, type ExplanationContext, type Say } from './explanation-words.ts';
import type { Crossing, Explanation, SheetCrossing } from './explanation.ts';
import { showExact } from './show-exact.ts';

/** What would have to change for the candidate to cross the line, in sentences. */
export function describeCrossing(explanation: Explanation, context: ExplanationContext, say: Say): string[] {
  const { crossing } = explanation;
  return [
    ...describeLine(crossing, say),
    ...describeObstacle(explanation, context, say),
    ...(crossing.side === 'below' ? describeWays(explanation, context, say) : []),
  ];
}

function describeLine({ line, margin, side }: Crossing, say: Say): string[] {
  if (line === null || margin === null || side === null) return [];
  const detail = { name: line.name ?? '', at: line.at.text, margin: margin.text.replace(/^-/, '') };
  return [say(`${line.kind}${side === 'above' ? 'Above' : 'Below'}`, detail)];
}

function describeObstacle(
  { crossing: { obstacle }, row }: Explanation,
  context: ExplanationContext,
  say: Say,
): string[] {
  if (obstacle === null) return [];
  const lacking = context.policy.minimumSheets - row.sheets;
  return [say(obstacle, { lacking, items: nameItems(row.failedCoreItems, context) })];
}

function describeWays({ crossing, kept }: Explanation, { policy, nameExpert }: ExplanationContext, say: Say): string[] {
  const { points, sheets, untrimmed } = crossing;
  const [easiest] = sheets.filter(isPossible).toSorted((a, b) => Number(a.more.text) - Number(b.more.text));
  const single =
    easiest === undefined
      ? [say(policy.normalisation === 'none' ? 'noSheet' : 'normalisedSheets')]
      : [
          say('oneSheet', {
            expert: nameExpert(easiest.expertId),
            more: easiest.more.text,
            least: easiest.least.text,
          }),
        ];
  return [
    ...(points === null ? [] : [say('points', { kept, points: points.text, exact: showExact(points.exact) })]),
    ...single,
    ...(untrimmed === null
      ? []
      : [say(untrimmed.crosses ? 'untrimmedCrosses' : 'untrimmedStays', { score: untrimmed.text })]),
  ];
}

function isPossible(sheet: SheetCrossing): sheet is { [Key in keyof SheetCrossing]: NonNullable<SheetCrossing[Key]> } {
  return sheet.least !== null;
}
