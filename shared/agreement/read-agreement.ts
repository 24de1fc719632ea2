import type { Sentence } from '../base/sentence.ts';
import type { TrackAgreement } from './agreement.ts';
import { worthNaming, type ExpertFlag, type ExpertProfile } from './experts.ts';
import {
  sayChance,
  sayCoefficient,
  sayGraded,
  sayLimit,
  sayPercent,
  sayPoints,
  saySigned,
  type Reading,
  type ReadingCode,
  type ReadingValue,
} from './reading.ts';
import type { Alpha } from './krippendorff.ts';
import type { Concordance } from './kendall.ts';
import type { Icc, Interval } from './icc.ts';

/** Names of experts by id. */
export type Names = ReadonlyMap<string, string>;

const nameOf = (names: Names, id: string): string => names.get(id) ?? id;

const say = (code: ReadingCode, tone: Reading['tone'], detail: Reading['detail'] = {}): Reading => ({
  code,
  tone,
  detail,
});

/** How far experts agree, in words. What could not be worked out says so by its own code, not here. */
export function readAgreement({ icc, concordance, alpha, candidates, ...track }: TrackAgreement): Reading[] {
  const all = candidates?.length ?? 0;
  const experts = track.experts.length;
  const partial = icc.ok && all > icc.value.candidates;
  return [
    ...(icc.ok ? readIcc(icc.value) : []),
    ...(concordance.ok ? [readConcordance(concordance.value)] : []),
    ...(alpha.ok ? [readAlpha(alpha.value)] : []),
    ...(partial ? [say('partial', 'note', { count: icc.value.candidates, all })] : []),
    ...(experts > 1 && (experts < 5 || (all > 0 && all < 10))
      ? [say('small', 'note', { experts, candidates: all })]
      : []),
  ];
}

/**
 * Bounds of Koo & Li, "A Guideline of Selecting and Reporting Intraclass Correlation Coefficients", J Chiropr Med 15
 * (2016). As they ask, the interval counts and not the estimate alone: its lower end may lie one grade below, no more.
 */
function readIcc({ single, average, candidates }: Icc): Reading[] {
  const { value, low } = average;
  if (value === null || value <= 0) return [say('mean-none', 'watch', { value: sayNone(value) })];
  const sure = candidates < fewCandidates ? 0 : (low ?? 0);
  return [readMean(value, sure, intervalDetail(average)), say('single', 'note', intervalDetail(single))];
}

/** From fewer candidates nothing is called reliable, whatever the interval says. */
const fewCandidates = 5;

function sayNone(value: number | null): ReadingValue {
  return value === null ? { zh: '无法估计', en: 'cannot be estimated' } : `= ${sayCoefficient(value)}`;
}

function readMean(value: number, low: number, detail: Reading['detail']): Reading {
  if (value >= 0.9 && low >= 0.75) return say('mean-excellent', 'good', detail);
  if (value >= 0.75) return low >= 0.5 ? say('mean-good', 'good', detail) : say('mean-unsure', 'watch', detail);
  return say(value >= 0.5 ? 'mean-moderate' : 'mean-poor', 'watch', detail);
}

function intervalDetail({ value, low, high }: Interval): Reading['detail'] {
  return {
    value: value === null ? sayCoefficient(value) : sayGraded(value, [0.5, 0.75, 0.9]),
    low: sayLimit(low),
    high: sayCoefficient(high),
  };
}

/** Bounds of Schmidt, "Managing Delphi Surveys Using Nonparametric Statistical Techniques", Decision Sciences 28 (1997). */
function readConcordance({ w, p }: Concordance): Reading {
  const detail = { w: sayGraded(w, [0.5, 0.7]), p: sayChance(p) };
  if (p >= 0.05) return say(w >= 0.5 ? 'order-few' : 'order-chance', 'watch', detail);
  if (w >= 0.7) return say('order-strong', 'good', detail);
  return w >= 0.5 ? say('order-fair', 'good', detail) : say('order-weak', 'watch', detail);
}

/** Krippendorff (2013): rely on .800 and above, draw tentative conclusions from .667. */
function readAlpha({ interval, ordinal }: Alpha): Reading {
  const detail = { alpha: sayGraded(interval, [0.667, 0.8]), ordinal: sayCoefficient(ordinal) };
  if (interval >= 0.8) return say('alpha-reliable', 'good', detail);
  return interval >= 0.667 ? say('alpha-tentative', 'good', detail) : say('alpha-low', 'watch', detail);
}

/** Severity and discrimination in words. */
export function readExperts({ experts, parts, maximum }: TrackAgreement, names: Names): Reading[] {
  if (experts.length < 2) return [];
  const flagged = (flag: ExpertFlag, withEffect: boolean): (string | Sentence)[] =>
    experts
      .filter(({ flags }) => flags.includes(flag))
      .map((expert) => (withEffect ? sayEffect(expert, names) : nameOf(names, expert.expertId)));
  const effects = experts.map(({ effect }) => effect);
  const apart = Math.max(...effects) - Math.min(...effects);
  const lists = [
    ['lenient', flagged('lenient', true)],
    ['severe', flagged('severe', true)],
    ['flat', flagged('flat', false)],
    ['apart', flagged('apart', false)],
  ] as const;
  const even = lists.slice(0, 2).every(([, found]) => found.length === 0);
  return [
    ...(parts > 1 ? [say('parts', 'watch', { count: parts })] : []),
    ...(even && parts === 1
      ? [
          apart <= 2 * worthNaming * maximum
            ? say('severity-even', 'good', { difference: sayPoints(apart) })
            : say('severity-unsure', 'note', { difference: sayPoints(apart) }),
        ]
      : []),
    ...lists.flatMap(([code, found]) => (found.length === 0 ? [] : [say(code, 'watch', { experts: found })])),
  ];
}

function sayEffect({ expertId, effect }: ExpertProfile, names: Names): Sentence {
  const [name, points] = [nameOf(names, expertId), saySigned(effect)];
  return { zh: `${name}（${points} 分）`, en: `${name} (${points})` };
}

/** Outliers and criteria in words. */
export function readSheets({ outliers, criteria, experts, ...track }: TrackAgreement): Reading[] {
  if (experts.length < 2) return [];
  const compared = criteria.flatMap(({ name, disagreement }) =>
    disagreement === null ? [] : [{ name, disagreement }],
  );
  const [widest] = compared.toSorted((a, b) => b.disagreement - a.disagreement);
  const full = criteria.filter((criterion) => criterion.full > 0.9).map(({ name }) => name);
  return [
    readOutliers(outliers, track),
    ...(widest === undefined || compared.length < 2 || widest.disagreement === 0
      ? []
      : [say('criterion-widest', 'note', { criterion: widest.name, share: sayPercent(widest.disagreement) })]),
    ...(full.length === 0 ? [] : [say('criteria-full', 'watch', { criteria: full })]),
  ];
}

function readOutliers(
  outliers: TrackAgreement['outliers'],
  { judged, sheets }: Pick<TrackAgreement, 'judged' | 'sheets'>,
): Reading {
  if (judged === 0) return say('outliers-untested', 'note');
  const candidates = new Set(outliers.map(({ candidateId }) => candidateId)).size;
  if (outliers.length > 0) return say('outliers', 'watch', { count: outliers.length, candidates });
  return judged < sheets
    ? say('outliers-none-partly', 'note', { judged, sheets })
    : say('outliers-none', 'good', { sheets });
}
