import { defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import type { Track } from '#shared/round/round.ts';
import type { Criterion, Gate, Rubric } from '#shared/round/rubric.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type {
  RankedTrack,
  Ranking,
  RankingCandidate,
  ListedInput,
  RankingInput,
  RankingRow,
  RankingSheet,
  TieDecision,
} from '#shared/ranking/ranking.ts';

/** What one expert gave: points per criterion in rubric order, or the reason for giving none. */
export type Answer = readonly number[] | 'recused' | 'abstained';

/** A sheet as a test writes it down. */
export type SheetSpec = {
  readonly answer: Answer;
  readonly fails?: readonly string[];
  readonly fraud?: boolean;
  readonly void?: boolean;
};

/** A candidate as a test writes it down: its code is its id, its experts are e1, e2 … in order; null: no sheet. */
export type CandidateSpec = {
  readonly code: string;
  readonly track?: string;
  readonly veto?: RankingCandidate['staffVeto'];
  readonly sheets: readonly (Answer | SheetSpec | null)[];
};

function criterion(id: string, max: number, core = false): Criterion {
  return { id, name: `指标 ${id}`, max: max * 100, step: 1, guidance: '', anchors: [], core };
}

const gates: Gate[] = [
  { id: 'honest', name: '材料真实', guidance: '', by: 'expert' },
  { id: 'local', name: '在渝独立法人', guidance: '', by: 'expert' },
  { id: 'lawful', name: '无重大违法', guidance: '', by: 'staff' },
];

/** 100 points: a = a1 30 + a2 10, b = b1 40 + b2* 20, where b2 is a core item; b weighs most. */
export const rubric: Rubric = {
  id: 'main',
  name: '评分标准',
  categories: [
    { id: 'a', name: '甲', criteria: [criterion('a1', 30), criterion('a2', 10)] },
    { id: 'b', name: '乙', criteria: [criterion('b1', 40), criterion('b2', 20, true)] },
  ],
  gates,
  coreCategory: null,
};

/** One criterion of 100 points: a sheet is its total. */
export const plainRubric: Rubric = {
  id: 'main',
  name: '总分',
  categories: [{ id: 'all', name: '总体', criteria: [criterion('total', 100)] }],
  gates,
  coreCategory: null,
};

export function track(id: string, quota: number | null = null): Track {
  return { id, name: `赛道 ${id}`, rubricId: 'main', quota };
}

export type RoundSpec = {
  readonly rubric?: Rubric;
  readonly tracks?: readonly Track[];
  readonly policy?: Partial<Policy>;
  readonly candidates: readonly CandidateSpec[];
  readonly decisions?: readonly TieDecision[];
};

export function buildInput(spec: RoundSpec): ListedInput {
  const used = spec.rubric ?? plainRubric;
  return {
    tracks: spec.tracks ?? [track('t')],
    rubrics: [used],
    policy: { ...defaultSelectionPolicy, ...spec.policy },
    candidates: spec.candidates.map(({ code, track: trackId, veto }) => ({
      id: code,
      code,
      name: `对象${code}`,
      unit: '',
      trackId: trackId ?? 't',
      staffVeto: veto ?? null,
    })),
    sheets: spec.candidates.flatMap(({ code, sheets }) => buildSheets(used, code, sheets)),
    decisions: spec.decisions ?? [],
  };
}

function buildSheets(used: Rubric, code: string, sheets: CandidateSpec['sheets']): RankingSheet[] {
  const ids = used.categories.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  return sheets.flatMap((entry, index) => {
    if (entry === null) return [];
    const spec: SheetSpec = typeof entry === 'object' && 'answer' in entry ? entry : { answer: entry };
    const { answer } = spec;
    const points: [string, number][] =
      typeof answer === 'string' ? [] : answer.map((value, at) => [ids[at] ?? '', Math.round(value * 100)]);
    return [
      {
        id: `${code}-e${index + 1}`,
        expertId: `e${index + 1}`,
        candidateId: code,
        state: typeof answer === 'string' ? answer : ('scored' as const),
        points: Object.fromEntries(points),
        gates: Object.fromEntries(
          ['honest', 'local'].map((id) => [
            id,
            spec.fails?.includes(id) === true ? ('fail' as const) : ('pass' as const),
          ]),
        ),
        fraud: spec.fraud ?? false,
        void: spec.void ?? false,
      },
    ];
  });
}

/** Points (hundredths) that add up to a total: every criterion in full until nothing is left. */
export function fillPoints(criteria: readonly Criterion[], total: number): Record<string, number> {
  let left = total;
  const points: Record<string, number> = {};
  for (const { id, max } of criteria) {
    points[id] = Math.min(max, left);
    left -= points[id];
  }
  if (left !== 0) throw new RangeError(`${total} hundredths are no total of these criteria`);
  return points;
}

/** A candidate whose experts gave these totals (points). */
export function candidate(code: string, totals: readonly number[], more: Partial<CandidateSpec> = {}): CandidateSpec {
  return { code, sheets: totals.map((total) => [total]), ...more };
}

/** Ranks a round that the test knows to be rankable. */
export function rank(spec: RoundSpec): Ranking {
  return rankInput(buildInput(spec));
}

/** Ranks an input that the test knows to be rankable. */
export function rankInput(input: RankingInput): Ranking {
  const ranked = rankRound(input);
  if (!ranked.ok) throw new Error(`refused: ${ranked.error.code}`);
  return ranked.value;
}

/** Ranks a round with one track. */
export function rankOne(spec: RoundSpec): RankedTrack {
  const [only] = rank(spec).tracks;
  if (only === undefined) throw new Error('no track');
  return only;
}

/** The row of a candidate. */
export function rowOf(ranked: RankedTrack, code: string): RankingRow {
  const row = ranked.rows.find((one) => one.code === code);
  if (row === undefined) throw new Error(`no row for ${code}`);
  return row;
}

/** "code rank status" of every row, in order. */
export function outline(ranked: RankedTrack): string[] {
  return ranked.rows.map(({ code, rank: place, status }) => `${code} ${place ?? '—'} ${status}`);
}
