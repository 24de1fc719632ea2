import type { Language } from '#shared/base/sentence.ts';
import type { TrackAgreement } from '#shared/agreement/agreement.ts';
import type { ExpertFlag } from '#shared/agreement/experts.ts';
import type { Names } from '#shared/agreement/read-agreement.ts';
import { sayChance, sayCoefficient, sayPercent, sayPoints } from '#shared/agreement/reading.ts';
import type { CandidateRobustness, TrackRobustness } from '#shared/agreement/robustness.ts';

type Figures = Omit<TrackAgreement, 'trackId'> & {
  readonly robustness: Pick<TrackRobustness, 'candidates' | 'line'> | null;
};

/** The figures behind the readings, for a terminal. */
export function describeFigures(figures: Figures, names: Names, language: Language): string[] {
  const english = language === 'en';
  return [...sayCoefficients(figures), ...sayExperts(figures, names, english), ...sayCandidates(figures, english)];
}

function sayCoefficients({ icc, concordance, alpha }: Figures): string[] {
  return [
    ...(icc.ok ? [`ICC F(${icc.value.df.join(', ')}) = ${icc.value.f.toFixed(2)}, p ${sayChance(icc.value.p)}`] : []),
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
    const severity = `${english ? 'effect' : '宽严'} ${effect < 0 ? '−' : '+'}${sayPoints(Math.abs(effect))}`;
    const likeness = `r ${correlation === null ? '—' : sayCoefficient(correlation)}`;
    const marks = flags.map((flag) => flagWords[flag][english ? 1 : 0]).join(' ');
    return `${names.get(expertId) ?? expertId}  ${count}  ${mean}  ${spread}  ${severity}  ${likeness}  ${marks}`.trimEnd();
  });
}

/** Those around the line: whoever is not sure, or the last inside and the first outside. */
function sayCandidates({ robustness }: Figures, english: boolean): string[] {
  if (robustness === null) return [];
  const { candidates, line } = robustness;
  const edge = candidates.filter(({ inside }) => inside).length;
  return candidates
    .filter(
      ({ certainty }, index) => certainty === 'open' || (line.kind !== 'bands' && Math.abs(index - edge + 0.5) < 3),
    )
    .slice(0, 40)
    .map((candidate) => sayCandidate(candidate, english));
}

function sayCandidate({ rank, code, name, share, ranks }: CandidateRobustness, english: boolean): string {
  const interval = ranks[0] === ranks[2] ? String(ranks[0]) : `${ranks[0]}–${ranks[2]}`;
  return english
    ? `${String(rank ?? '—').padStart(3)}  ${code} ${name}  inside in ${sayPercent(share)}, rank ${interval}`
    : `${String(rank ?? '—').padStart(3)}  ${code} ${name}  ${sayPercent(share)} 的情形在线内，名次 ${interval}`;
}
