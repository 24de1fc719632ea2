import { formatTime } from '#shared/base/ids.ts';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Expert } from '#shared/experts/expert.ts';
import type { Track } from '#shared/round/round.ts';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { makeRandom } from './random.ts';
import { remarkOn } from './simulate-comment.ts';
import { findAbsence, findTrouble, type Trouble } from './simulate-events.ts';
import { givePoints, readTemper } from './simulate-points.ts';
import { findTwins, movePoint, type Twin } from './simulate-ties.ts';

/** What an expert's simulated work depends on; the ids of expert and candidates do not matter, names and codes do. */
export type SimulationInput = {
  readonly rubrics: readonly Rubric[];
  readonly tracks: readonly Track[];
  /** The candidates assigned to the expert, in the order of his list. */
  readonly candidates: readonly Candidate[];
  readonly expert: Expert;
  readonly seed: number;
  /** When the last sheet is finished, milliseconds since the Unix epoch. */
  readonly now: number;
};

type Setting = SimulationInput & {
  readonly troubles: ReadonlyMap<string, Trouble>;
  readonly twins: ReadonlyMap<string, Twin>;
};

/** About the time that an expert spends on one candidate, in milliseconds. */
const spentPerSheet = 5 * 60 * 1000;

/**
 * Plausible finished sheets of one expert for a demo: candidates differ in quality, experts in severity, and both in
 * details; points keep step and range. Some sheets are recusals (same or avoided unit, or declared) or abstentions, one
 * candidate fails a gate, one is suspected of fraud, and near the cut line two may end equal.
 * @returns one complete sheet per candidate, in the given order; the same for the same input
 */
export function simulateSheets(input: SimulationInput): Sheet[] {
  const troubles = findTrouble(input);
  const vetoed = new Set([...troubles].flatMap(([code, { what }]) => (what === 'gate' ? [code] : [])));
  const setting: Setting = { ...input, troubles, twins: findTwins({ ...input, vetoed }) };
  return input.candidates.map((candidate, index) => {
    const rubric = rubricOf(setting, candidate);
    const reason = findAbsence(candidate, input.expert, input.seed);
    const sheet = reason === null ? scoreSheet(setting, candidate, rubric) : absentSheet(candidate, reason);
    const end = input.now - (input.candidates.length - 1 - index) * spentPerSheet;
    const pace = makeRandom(input.seed, 'pace', input.expert.name, candidate.code);
    return {
      ...sheet,
      firstEditedAt: formatTime(end - pace.integer(40, 280) * 1000),
      lastEditedAt: formatTime(end),
    };
  });
}

type Content = Omit<Sheet, 'firstEditedAt' | 'lastEditedAt'>;

function absentSheet(
  { id }: Candidate,
  { state, reason }: { readonly state: 'recused' | 'abstained'; readonly reason: string },
): Content {
  return { candidateId: id, state, points: {}, gates: {}, fraud: false, comment: '', reason, revision: 1 };
}

function scoreSheet(setting: Setting, candidate: Candidate, rubric: Rubric): Content {
  const { expert, seed, candidates, troubles, twins } = setting;
  const twin = twins.get(candidate.code);
  const model = candidates.find(({ code }) => code === twin?.of) ?? candidate;
  const given = givePoints({ candidate: model, rubric, temper: readTemper(expert, seed), seed });
  const points = twin?.parted === true ? movePoint(rubric, given) : given;
  const remark = remarkOn({ candidate, rubric, points, expert, seed, trouble: troubles.get(candidate.code) ?? null });
  return {
    candidateId: candidate.id,
    state: 'scored',
    points,
    gates: remark.gates,
    fraud: remark.fraud,
    comment: remark.comment,
    reason: null,
    revision: listCriteria(rubric).length + Object.keys(remark.gates).length + (remark.comment === '' ? 0 : 1),
  };
}

function rubricOf({ tracks, rubrics }: SimulationInput, { trackId }: Candidate): Rubric {
  const track = tracks.find(({ id }) => id === trackId);
  const rubric = rubrics.find(({ id }) => id === track?.rubricId);
  if (rubric === undefined) throw new Error(`no rubric for track ${trackId}`);
  return rubric;
}
