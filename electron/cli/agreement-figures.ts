import type { Language } from '#shared/base/sentence.ts';
import type { TrackAgreement } from '#shared/agreement/agreement.ts';
import type { ExpertFlag } from '#shared/agreement/experts.ts';
import type { Names } from '#shared/agreement/read-agreement.ts';
import { sayChance, sayCoefficient, sayFisher, sayPoints, saySigned, sayShare } from '#shared/agreement/reading.ts';
import { sizeOf } from '#shared/agreement/read-robustness.ts';
import type { CandidateRobustness, LeftOut, Line, TrackRobustness } from '#shared/agreement/robustness.ts';

type Figures = Omit<TrackAgreement, 'trackId'> & { readonly robustness: TrackRobustness | null };

/** What lines name: experts and criteria by their ids. */
export type FigureNames = { readonly experts: Names; readonly criteria: Names };

/** The figures behind the readings, for a terminal. */
export function describeFigures(figures: Figures, { experts, criteria }: FigureNames, language: Language): string[] {
  const english = language === 'en';
  const { robustness } = figures;
  return [
    ...sayCoefficients(figures),
    ...sayExperts(figures, experts, english),
    ...(robustness === null
      ? []
      : [
          ...sayCandidates(robustness, english),
          ...sayLeftOut(robustness, robustness.withoutExpert, experts, english),
          ...sayLeftOut(robustness, robustness.withoutCriterion, criteria, english),
        ]),
  ];
}

function sayCoefficients({ icc, concordance, alpha }: Figures): string[] {
  return [
    ...(icc.ok ? [`ICC ${sayFisher(icc.value)}`] : []),
    ...(concordance.ok
      ? [
          `W χ²(${concordance.value.df}) = ${concordance.value.chiSquare.toFixed(2)}, p ${sayChance(concordance.value.p)}`,
        ]
      : []),
    ...(alpha.ok ? [`α ${sayCoefficient(alpha.value.interval)} / ${sayCoefficient(alpha.value.ordinal)}`] : []),
  ];
}

const flagWords: Readonly<Record<ExpertFlag, readonly [zh: string, en: string]>> = {
  lenient: ['偏宽', 'lenient'],
  severe: ['偏严', 'severe'],
  flat: ['拉不开', 'flat'],
  apart: ['相关低', 'apart'],
};

function sayExperts({ experts }: Figures, names: Names, english: boolean): string[] {
  return experts.map(({ expertId, sheets, distribution, effect, correlation, flags }) => {
    const count = english ? `${sheets} sheets` : `${sheets} 份`;
    const mean = `${english ? 'mean' : '均分'} ${sayPoints(distribution.mean)}`;
    const spread = `${english ? 'SD' : '标准差'} ${distribution.deviation === null ? '—' : sayPoints(distribution.deviation)}`;
    const severity = `${english ? 'effect' : '宽严'} ${saySigned(effect)}`;
    const likeness = `r ${correlation === null ? '—' : sayCoefficient(correlation)}`;
    const marks = flags.map((flag) => flagWords[flag][english ? 1 : 0]).join(' ');
    return `${names.get(expertId) ?? expertId}  ${count}  ${mean}  ${spread}  ${severity}  ${likeness}  ${marks}`.trimEnd();
  });
}

/** Those around the line: whoever is not sure, or the last inside and the first outside. */
function sayCandidates({ candidates, line }: TrackRobustness, english: boolean): string[] {
  if (candidates.every(({ rank }) => rank === null)) return [];
  const edge = candidates.filter(({ inside }) => inside).length;
  return candidates
    .filter(
      ({ certainty }, index) => certainty === 'open' || (line.kind !== 'bands' && Math.abs(index - edge + 0.5) < 3),
    )
    .slice(0, 40)
    .map((candidate) => sayCandidate(candidate, line, english));
}

function sayCandidate({ rank, code, name, share, ranks }: CandidateRobustness, line: Line, english: boolean): string {
  const interval = rank === null ? '—' : ranks[0] === ranks[2] ? String(ranks[0]) : `${ranks[0]}–${ranks[2]}`;
  const [zh, en] = line.kind === 'bands' ? ['等次不变', 'keeps its band'] : ['在线内', 'inside'];
  return english
    ? `${String(rank ?? '—').padStart(3)}  ${code} ${name}  ${en} in ${sayShare(share)}, rank ${interval}`
    : `${String(rank ?? '—').padStart(3)}  ${code} ${name}  ${sayShare(share)} 的情形${zh}，名次 ${interval}`;
}

/** Who would change without one expert or criterion; those without whom nothing changes are not listed. */
function sayLeftOut(
  { line, candidates }: TrackRobustness,
  leftOut: readonly LeftOut[],
  names: Names,
  english: boolean,
): string[] {
  const codes = new Map(candidates.map(({ candidateId, code, name }) => [candidateId, `${code} ${name}`]));
  const list = (ids: readonly string[]): string =>
    ids.map((id) => codes.get(id) ?? id).join(english ? ', ' : '、') || (english ? 'nobody' : '无');
  const [up, down] = changeWords[line.kind === 'bands' ? 'bands' : 'line'][english ? 1 : 0];
  return leftOut.flatMap(({ id, change }) => {
    if (!change.ok || sizeOf(change.value, line) === 0) return [];
    const name = names.get(id) ?? id;
    const [enter, leave] = [list(change.value.enter), list(change.value.leave)];
    return [
      english ? `without ${name}: ${up} ${enter}; ${down} ${leave}` : `去掉 ${name}：${up} ${enter}；${down} ${leave}`,
    ];
  });
}

const changeWords = {
  line: [
    ['进入', '退出'],
    ['in', 'out'],
  ],
  bands: [
    ['升档', '降档'],
    ['better', 'worse'],
  ],
} as const;
