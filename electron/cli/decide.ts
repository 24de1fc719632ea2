import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import type { Decision, DecisionRecord } from '#shared/decisions/decision.ts';
import { decisionReasons, findReason } from '#shared/decisions/reasons.ts';
import { loadDecisionRows } from '../decisions/list-decisions.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import type { OptionValues, Run } from './command.ts';
import { optionalText, textOption } from './options.ts';
import { withUnlockedWorkspace } from './workspace.ts';

/** Which decision the words of a command mean, once its names are found in the workspace. */
type Read = (db: Database, roundId: string, options: OptionValues, record: DecisionRecord) => Result<Decision>;

function decide(read: Read): Run {
  return (input, context) =>
    withUnlockedWorkspace(input, context, async (workspace) => {
      const { options } = input;
      const roundId = textOption(options, 'round');
      const record = readRecord(options);
      if (!record.ok) return record;
      const decision = read(workspace.db, roundId, options, record.value);
      if (!decision.ok) return decision;
      const recorded = recordDecision(workspace, { roundId, decision: decision.value });
      if (!recorded.ok) return recorded;
      const text =
        context.language === 'en'
          ? `Recorded as decision ${recorded.value.id}; the ranking follows it from now on.`
          : `已记录在案，决定编号 ${recorded.value.id}；排名自此按该决定计算。`;
      return ok({ json: { roundId, ...recorded.value }, text, exit: 0 });
    });
}

/** Why, in words, and by whom: `--reason --note --minutes --people`. */
export function readRecord(options: OptionValues): Result<DecisionRecord> {
  const typed = textOption(options, 'reason');
  const reason = findReason(typed);
  if (reason === null)
    return fail('decision.reason-unknown', { reason: typed, reasons: Object.keys(decisionReasons).join(', ') });
  const people = cleanText(optionalText(options, 'people') ?? '')
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return ok({
    reason,
    note: cleanText(textOption(options, 'note')).trim(),
    minutes: cleanText(optionalText(options, 'minutes') ?? '')
      .replaceAll('\n', ' ')
      .trim(),
    people,
  });
}

/** `mtx decide veto` */
export const veto = decide((db, roundId, options, record) => {
  const candidate = findCandidate(db, roundId, textOption(options, 'candidate'));
  if (!candidate.ok) return candidate;
  const gateId = optionalText(options, 'gate') ?? null;
  return ok({ kind: 'veto', candidateId: candidate.value.id, gateId, ...record });
});

/** `mtx decide void-expert` */
export const voidExpert = decide((db, roundId, options, record) => {
  const expert = findExpert(db, roundId, textOption(options, 'expert'));
  return expert.ok ? ok({ kind: 'void-expert', expertId: expert.value, ...record }) : expert;
});

/** `mtx decide tie`: codes of equals, the best first. */
export const tie = decide((db, roundId, options, record) => {
  const order: string[] = [];
  let trackId = '';
  for (const code of textOption(options, 'order').split(/[、,，]/)) {
    const candidate = findCandidate(db, roundId, code.trim());
    if (!candidate.ok) return candidate;
    order.push(candidate.value.id);
    trackId = candidate.value.track_id;
  }
  if (order.length < 2) return fail('decision.not-tied', { with: '—' });
  return ok({ kind: 'tie', trackId, order, ...record });
});

/** `mtx decide fraud` */
export const fraud = decide((db, roundId, options, record) => {
  const candidate = findCandidate(db, roundId, textOption(options, 'candidate'));
  if (!candidate.ok) return candidate;
  const outcome = options['confirmed'] === true ? 'confirmed' : 'unfounded';
  return ok({ kind: 'fraud', candidateId: candidate.value.id, outcome, ...record });
});

/** `mtx decide reinstate`: by the decision's id, or by whom the decision in force is about. */
export const reinstate = decide((db, roundId, options, record) => {
  const decisionId = optionalText(options, 'decision') ?? findInForce(db, roundId, options);
  return decisionId === undefined
    ? fail('decision.unknown', { id: optionalText(options, 'candidate') ?? optionalText(options, 'expert') ?? '—' })
    : ok({ kind: 'reinstate', decisionId, ...record });
});

function findInForce(db: Database, roundId: string, options: OptionValues): string | undefined {
  const candidate = findCandidate(db, roundId, optionalText(options, 'candidate') ?? '');
  const expert = findExpert(db, roundId, optionalText(options, 'expert') ?? '');
  return loadDecisionRows(db, roundId).findLast(
    ({ kind, taken_back_by: taken, candidate_id: ofCandidate, expert_id: ofExpert }) =>
      taken === null &&
      ((kind === 'veto' && candidate.ok && ofCandidate === candidate.value.id) ||
        (kind === 'void-expert' && expert.ok && ofExpert === expert.value)),
  )?.id;
}

type CandidateRow = { id: string; track_id: string };

function findCandidate(db: Database, roundId: string, code: string): Result<CandidateRow> {
  const row = db
    .prepare<{ roundId: string; code: string }, CandidateRow>(
      'SELECT id, track_id FROM candidates WHERE round_id = :roundId AND (code = :code OR id = :code)',
    )
    .get({ roundId, code });
  return row === undefined ? fail('decision.candidate-unknown', { candidate: code }) : ok(row);
}

/** By id, or by a name that only one expert of the round has. */
export function findExpert(db: Database, roundId: string, name: string): Result<string> {
  const ids = db
    .prepare<{ roundId: string; name: string }, string>(
      `SELECT e.id FROM round_experts m JOIN experts e ON e.id = m.expert_id
       WHERE m.round_id = :roundId AND (e.id = :name OR e.name = :name)`,
    )
    .pluck()
    .all({ roundId, name });
  const [only, second] = ids;
  return only === undefined || second !== undefined ? fail('decision.expert-unknown', { expert: name }) : ok(only);
}
