import { compareBytes } from '#shared/base/order.ts';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Expert } from '#shared/experts/expert.ts';
import type { Track } from '#shared/round/round.ts';
import { listExpertGates, type Rubric } from '#shared/round/rubric.ts';
import { readFigure } from './candidate-quality.ts';
import { abstentionReasons, fraudRemarks, gateRemarks, otherGateRemarks, recusalReasons } from './phrases-special.ts';
import { makeRandom } from './random.ts';

/** What is wrong with a candidate; most experts see a failed gate, about half notice a fraud. */
export type Trouble =
  | { readonly what: 'gate'; readonly gateId: string; readonly remark: string }
  | { readonly what: 'fraud'; readonly remark: string };

type Field = {
  readonly rubrics: readonly Rubric[];
  readonly tracks: readonly Track[];
  readonly candidates: readonly Candidate[];
  readonly seed: number;
};

/** One candidate with a gate it fails and another one suspected of fraud, plus whoever takes in fewer than 30 people. */
export function findTrouble({ rubrics, tracks, candidates, seed }: Field): Map<string, Trouble> {
  const troubles = new Map<string, Trouble>();
  const [gateCase, fraudCase] = drawTwo(candidates, seed);
  // Too few candidates to spoil one: the list would be about nothing else.
  const enough = candidates.length >= 8;
  if (enough && fraudCase !== undefined) {
    const remark = makeRandom(seed, 'fraud', fraudCase.code).pick(fraudRemarks);
    troubles.set(fraudCase.code, { what: 'fraud', remark });
  }
  for (const candidate of candidates) {
    const few = (readFigure(candidate, /^年接收人数/) ?? 30) < 30;
    if (!few && !(enough && candidate === gateCase)) continue;
    const gateId = failedGate({ rubrics, tracks }, candidate, few, seed);
    if (gateId === null) continue;
    const remark = makeRandom(seed, 'gate', candidate.code).pick(gateRemarks[gateId] ?? otherGateRemarks);
    troubles.set(candidate.code, { what: 'gate', gateId, remark });
  }
  return troubles;
}

/** The two candidates whom chance puts first; which ones depends on seed and codes only. */
function drawTwo(candidates: readonly Candidate[], seed: number): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, lot: makeRandom(seed, 'lot', candidate.code).unit() }))
    .toSorted((left, right) => left.lot - right.lot || compareBytes(left.candidate.code, right.candidate.code))
    .slice(0, 2)
    .map(({ candidate }) => candidate);
}

function failedGate(
  { rubrics, tracks }: Pick<Field, 'rubrics' | 'tracks'>,
  { code, trackId }: Candidate,
  few: boolean,
  seed: number,
): string | null {
  const track = tracks.find(({ id }) => id === trackId);
  const rubric = rubrics.find(({ id }) => id === track?.rubricId);
  const gates = rubric === undefined ? [] : listExpertGates(rubric).map(({ id }) => id);
  if (few) return gates.includes('minimum-intake') ? 'minimum-intake' : null;
  return gates.length === 0 ? null : makeRandom(seed, 'gate-of', code).pick(gates);
}

/** Why the expert does not score the candidate: a tie that the data show (回避情形), one he declares, or abstention. */
export function findAbsence(
  { code, unit }: Candidate,
  expert: Expert,
  seed: number,
): { readonly state: 'recused' | 'abstained'; readonly reason: string } | null {
  if (unit !== '' && unit === expert.unit) return { state: 'recused', reason: '本人现任职于该申报单位' };
  if (unit !== '' && expert.avoidUnits.includes(unit))
    return { state: 'recused', reason: '该单位为本人申报的回避单位' };
  const chance = makeRandom(seed, 'absence', expert.name, code);
  if (chance.chance(0.008)) return { state: 'recused', reason: chance.pick(recusalReasons) };
  if (chance.chance(0.008)) return { state: 'abstained', reason: chance.pick(abstentionReasons) };
  return null;
}
