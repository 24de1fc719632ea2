import { loadTemplate } from '#electron/round/templates.ts';
import type { FormSource } from '#electron/reports/form.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { RankingCandidate, ListedInput, RankingSheet } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { Round, RoundDesign } from '#shared/round/round.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import { fillPoints } from '../../shared/ranking/build-input.ts';

const stems = ['星澜数创', '磐石云谷', '渝拟软件', '嘉陵智算', '两江数据', '山城工联', '云岭信安', '江北数字内容'];

/** What differs from the plain sample. */
export type SampleChange = {
  readonly kind?: string;
  readonly candidates?: number;
  readonly experts?: number;
  readonly mode?: Round['mode'];
  readonly policy?: Partial<Policy>;
  readonly quota?: number | null;
  readonly names?: readonly string[];
  readonly expertNames?: readonly string[];
  readonly edit?: (input: ListedInput) => ListedInput;
  readonly source?: Partial<FormSource>;
};

/** A round of invented data on a built-in template, ranked, ready for its forms. The same every time. */
export function sampleForm(change: SampleChange = {}): FormSource {
  return sampleRound(change).source;
}

/** As `sampleForm`, with what was ranked. */
export function sampleRound(change: SampleChange = {}): { readonly source: FormSource; readonly input: ListedInput } {
  const template = loadTemplate(change.kind ?? 'building');
  if (!template.ok) throw new Error(template.error.code);
  const { design } = template.value;
  const round: Round = {
    id: '0192f000-0000-7000-8000-000000000001',
    title: '2026 年“满天星”示范楼宇评审（第二批）',
    mode: change.mode ?? 'demo',
    status: 'issued',
    createdAt: '2026-11-01T00:00:00Z',
    deadline: null,
    design: { ...design, tracks: withQuotas(design, change.quota), policy: { ...design.policy, ...change.policy } },
  };
  const plain = sampleInput(round.design, change);
  const input = change.edit === undefined ? plain : change.edit(plain);
  const ranked = rankRound(input);
  if (!ranked.ok) throw new Error(ranked.error.code);
  const source: FormSource = {
    round,
    office: '市经济信息委评审办',
    ranking: ranked.value,
    experts: Array.from({ length: change.experts ?? 9 }, (_, index) => ({
      id: expertId(index),
      name: change.expertNames?.[index] ?? `专家${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}`,
    })),
    naming: 'names',
    language: 'zh-CN',
    exportedAt: Date.UTC(2026, 10, 22, 10, 0),
    resultHash: '0123456789abcdef'.repeat(4),
    ...change.source,
  };
  return { source, input };
}

function withQuotas({ tracks }: RoundDesign, quota: number | null | undefined): RoundDesign['tracks'] {
  return quota === undefined ? tracks : tracks.map((track) => ({ ...track, quota }));
}

function sampleInput(design: RoundDesign, change: SampleChange): ListedInput {
  const tracks = design.tracks.map(({ id }) => id);
  const candidates = Array.from({ length: change.candidates ?? 12 }, (_, index): RankingCandidate => {
    const stem = stems[index % stems.length] ?? '';
    return {
      id: `c${String(index).padStart(4, '0')}`,
      code: `L${String(index + 1).padStart(2, '0')}`,
      name: change.names?.[index] ?? `${stem}大厦${index >= stems.length ? '二期' : ''}（示例）`,
      unit: `重庆${stem}运营管理有限公司（示例）`,
      trackId: tracks[index % tracks.length] ?? '',
      staffVeto: null,
    };
  });
  const { tracks: list, rubrics, policy } = { ...design, policy: { ...design.policy, ...change.policy } };
  return {
    tracks: withQuotas({ ...design, tracks: list }, change.quota),
    rubrics,
    policy,
    candidates,
    sheets: candidates.flatMap((candidate, index) => sampleSheets(design, candidate, index, change.experts ?? 9)),
    decisions: [],
  };
}

function sampleSheets(
  design: RoundDesign,
  candidate: RankingCandidate,
  index: number,
  experts: number,
): RankingSheet[] {
  const track = design.tracks.find(({ id }) => id === candidate.trackId);
  const rubric = design.rubrics.find(({ id }) => id === track?.rubricId);
  const criteria = rubric === undefined ? [] : listCriteria(rubric);
  return Array.from({ length: experts }, (_, expert) => ({
    id: `${candidate.id}-${expert}`,
    expertId: expertId(expert),
    candidateId: candidate.id,
    state: 'scored',
    points: Object.fromEntries(
      criteria.map(({ id, max, step }, place) => {
        const share = 0.55 + ((index * 37 + expert * 17 + place * 29) % 43) / 100;
        return [id, Math.min(max, Math.round((max * share) / step) * step)];
      }),
    ),
    gates: {},
    fraud: false,
    void: false,
  }));
}

/** Id of the expert at a place. */
export function expertId(place: number): string {
  return `e${String(place).padStart(3, '0')}`;
}

/** Changes the sheet of one candidate by one expert. */
export function editSheet(
  input: ListedInput,
  candidate: number,
  expert: number,
  edit: Partial<RankingSheet>,
): ListedInput {
  const sheets = input.sheets.map((sheet) =>
    sheet.candidateId === input.candidates[candidate]?.id && sheet.expertId === expertId(expert)
      ? { ...sheet, ...edit }
      : sheet,
  );
  return { ...input, sheets };
}

/** Sets what a candidate's experts gave in all (points). */
export function setTotals(input: ListedInput, candidate: number, totals: readonly number[]): ListedInput {
  const track = input.tracks.find(({ id }) => id === input.candidates[candidate]?.trackId);
  const rubric = input.rubrics.find(({ id }) => id === track?.rubricId);
  if (rubric === undefined) return input;
  const criteria = listCriteria(rubric);
  return totals.reduce(
    (next, total, expert) => editSheet(next, candidate, expert, { points: fillPoints(criteria, total * 100) }),
    input,
  );
}
