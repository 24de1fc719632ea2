import { formatPoints } from '../base/points.ts';
import type { FailureDetail } from '../base/result.ts';
import { fillSentence } from '../base/sentence.ts';
import { describeCrossing } from './describe-crossing.ts';
import { explanationSentences } from './explanation-sentences.ts';
import { joinItems, nameItems, type ExplanationContext, type Say } from './explanation-words.ts';
import type { Explanation, SheetExplanation, TieStep } from './explanation.ts';
import type { TieRule } from './ranking.ts';
import { showExact } from './show-exact.ts';

/** The parts of an explanation in the order in which a ranking is made; a part with nothing to say is left out. */
export type ExplanationPart = 'result' | 'score' | 'sheets' | 'gates' | 'tie' | 'crossing';
export type ExplanationText = readonly { readonly part: ExplanationPart; readonly lines: readonly string[] }[];

/** An explanation in sentences. */
export function describeExplanation(explanation: Explanation, context: ExplanationContext): ExplanationText {
  const say: Say = (sentence, detail) => fillSentence(explanationSentences[sentence], context.language, detail);
  const parts: ExplanationText = [
    { part: 'result', lines: describeResult(explanation, context, say) },
    { part: 'score', lines: describeScore(explanation, context, say) },
    { part: 'sheets', lines: explanation.sheets.map((sheet) => describeSheet(sheet, explanation, context, say)) },
    { part: 'gates', lines: describeGates(explanation, context, say) },
    { part: 'tie', lines: describeTie(explanation, context, say) },
    { part: 'crossing', lines: describeCrossing(explanation, context, say) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function describeResult({ row, ranked }: Explanation, context: ExplanationContext, say: Say): string[] {
  const { veto, rank, score, exact, status, cappedFrom, failedCoreItems, fraudFlags } = row;
  const fraud = fraudFlags === 0 ? [] : [say('fraud', { count: fraudFlags })];
  const band = status.startsWith('band:') ? [say('grade', { band: status.slice('band:'.length) })] : [];
  const capped =
    cappedFrom === null ? [] : [say('capped', { band: cappedFrom, items: nameItems(failedCoreItems, context) })];
  if (veto?.by === 'staff') return [say('vetoedByStaff', { reason: veto.reason }), ...band, ...fraud];
  if (veto?.by === 'experts') {
    return [say('vetoedByExperts', { gates: nameItems(veto.gateIds, context) }), ...band, ...fraud];
  }
  if (rank === null || score === null || exact === null) {
    return [say('noScore', { sheets: row.sheets, minimum: context.policy.minimumSheets }), ...fraud];
  }
  return [say('ranked', { rank, ranked, score, exact: showExact(exact) }), ...band, ...capped, ...fraud];
}

function describeScore(explanation: Explanation, { policy, language }: ExplanationContext, say: Say): string[] {
  const { row, kept, weightedMaximum } = explanation;
  if (row.score === null) return [];
  const { high, low, from } = policy.trim;
  const used = explanation.sheets.filter(({ mark }) => mark === 'used').map(shownTotal);
  const { spread } = row;
  return [
    ...(high + low > 0 && row.sheets < from ? [say('notTrimmed', { sheets: row.sheets, from })] : []),
    ...(weightedMaximum === null ? [] : [say('weighted', { maximum: weightedMaximum.text })]),
    ...(row.raw === null ? [] : [say('normalised', { raw: row.raw.text })]),
    say(policy.centre, { kept, totals: joinItems(used, language) }),
    ...(spread?.reReviewAdvised === true ? [say('spread', { spread: formatPoints(spread.hundredths) })] : []),
  ];
}

/** The total that counts: normalised, else weighted, else as given. */
function shownTotal({ adjusted, weighted, total }: SheetExplanation): string {
  return adjusted?.text ?? weighted?.text ?? formatPoints(Number(total));
}

const sheetSentences = {
  used: 'used',
  'trimmed-high': 'trimmedHigh',
  'trimmed-low': 'trimmedLow',
  void: 'void',
  recused: 'recused',
  abstained: 'abstained',
} as const;

function describeSheet(
  sheet: SheetExplanation,
  { row }: Explanation,
  { nameExpert }: ExplanationContext,
  say: Say,
): string {
  const { mark, place, adjusted, effect, equalsKept, weighted, total } = sheet;
  const shown = weighted?.text ?? formatPoints(total ?? 0);
  const line = say(sheetSentences[mark], {
    expert: nameExpert(sheet.expertId),
    total: shown,
    place: place ?? 0,
    sheets: row.sheets,
  });
  const change = adjusted === null || effect === null ? '' : say('adjusted', changeOf(adjusted.text, effect.text));
  return line + change + (equalsKept ? say('equalsKept') : '');
}

function changeOf(adjusted: string, effect: string): FailureDetail {
  return { adjusted, effect: effect.startsWith('-') ? effect : `+${effect}` };
}

function describeGates({ gates }: Explanation, context: ExplanationContext, say: Say): string[] {
  return gates
    .filter(({ fails }) => fails > 0)
    .map(({ gateId, fails, sheets, needed }) => {
      const detail = { gate: nameItems([gateId], context), fails, sheets };
      return needed === null ? say('gateStaff', detail) : say('gate', { ...detail, needed });
    });
}

/** Codes of equals named before the rest is only counted. */
const namedEquals = 8;

function describeTie({ tie, row }: Explanation, context: ExplanationContext, say: Say): string[] {
  if (row.tie === null) return [];
  const { with: codes } = row.tie;
  const named = codes.slice(0, namedEquals);
  const more = codes.length > named.length ? ' …' : '';
  return [
    say('tieIntro', { codes: joinItems(named, context.language) + more }),
    ...tie.map((step) => describeStep(step, row.code, context, say)),
    ...(row.tie.rule === 'shared' ? [say('tieShared')] : []),
  ];
}

function describeStep(step: TieStep, own: string, context: ExplanationContext, say: Say): string {
  if (step.rule === 'decision' && !step.parts) return say('tieUndecided');
  // The row itself first, so that cutting the list short never drops it.
  const ordered = [...step.values].toSorted((a, b) => Number(b.code === own) - Number(a.code === own));
  const shown = ordered
    .slice(0, namedEquals)
    .map(({ code, exact }) => (exact === null ? code : `${code} ${showExact(exact)}`));
  const values = joinItems(shown, context.language) + (ordered.length > shown.length ? ' …' : '');
  return say(step.parts ? 'tieParted' : 'tieEqual', { rule: nameRule(step.rule, context, say), values });
}

/** The comparison in words. */
function nameRule(rule: TieRule, context: ExplanationContext, say: Say): string {
  if (rule === 'total') return say('ruleTotal');
  if (rule === 'decision') return say('ruleDecision');
  return say('ruleCategory', { name: nameItems([rule.slice(rule.indexOf(':') + 1)], context) });
}
