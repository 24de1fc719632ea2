import type { Sentence } from '../base/sentence.ts';
import type { Names } from './read-agreement.ts';
import type { Reading, ReadingCode } from './reading.ts';
import type { CandidateRobustness, Change, LeftOut, Line, Robustness, TrackRobustness } from './robustness.ts';

const say = (code: ReadingCode, tone: Reading['tone'], detail: Reading['detail'] = {}): Reading => ({
  code,
  tone,
  detail,
});

/** How sure the line is and who decides it, in words. `criteria`: names of the rubric's criteria by id. */
export function readRobustness(
  track: TrackRobustness,
  { samples, seed }: Pick<Robustness, 'samples' | 'seed'>,
  experts: Names,
  criteria: Names,
): Reading[] {
  if (track.experts === 0) return [say('nobody-scored', 'note')];
  const { unit } = track;
  return [
    ...(track.experts > 1 ? readLine(track) : []),
    ...readWithoutExpert(track, experts),
    ...readWithoutCriterion(track, criteria),
    ...(track.experts > 1
      ? [
          say(unit === 'experts' ? 'method-experts' : 'method-sheets', 'note', {
            samples,
            seed,
            experts: track.experts,
          }),
        ]
      : []),
    ...(track.experts > 1 && track.keepsNormalisation ? [say('method-kept', 'note')] : []),
    ...(track.experts > 1 && track.experts < 5 ? [say('few-experts', 'note', { experts: track.experts })] : []),
  ];
}

function readLine({ candidates, line, experts }: TrackRobustness): Reading[] {
  const open = candidates.filter(({ certainty }) => certainty === 'open');
  const names = open.map(nameOf);
  const undecided = candidates.filter(({ status }) => status === 'undecided').length;
  // A handful of experts draws too small a world to reassure anybody.
  const firm = experts < 5 ? 'note' : 'good';
  if (line.kind === 'bands')
    return [open.length === 0 ? say('bands-sure', firm) : say('bands-open', 'watch', { count: open.length, names })];
  const inside = candidates.filter((candidate) => candidate.inside).length;
  const [word, count] = [lineWord(line), open.length];
  return [
    ...(inside === 0 ? [say('line-nobody', 'note', { line: word })] : []),
    ...(count === 0 && inside > 0 ? [readFirm(candidates, word, inside, firm)] : []),
    ...(count > 0 && count === candidates.length ? [say('line-open-all', 'watch', { line: word, count })] : []),
    ...(count > 0 && count < candidates.length ? [say('line-open', 'watch', { line: word, count, names })] : []),
    ...(undecided === 0 ? [] : [say('line-undecided', 'watch', { count: undecided })]),
  ];
}

/** A line that takes in everybody with a rank is not put to the test by any sample. */
function readFirm(
  candidates: TrackRobustness['candidates'],
  line: Sentence,
  count: number,
  firm: Reading['tone'],
): Reading {
  const outside = candidates.some(({ rank, inside }) => rank !== null && !inside);
  return outside ? say('line-sure', firm, { line, count }) : say('line-uncontested', 'note', { line, count });
}

function nameOf({ code, name }: CandidateRobustness): string {
  return `${code} ${name}`;
}

function lineWord(line: Line): Sentence {
  if (line.kind === 'quota') return { zh: '入选线', en: 'The cut line' };
  return line.kind === 'top'
    ? { zh: `前 ${line.size} 名`, en: `The first ${line.size}` }
    : { zh: '等次', en: 'The bands' };
}

function listWord({ line, candidates }: TrackRobustness): Sentence {
  if (line.kind === 'bands') return { zh: '各评审对象的等次', en: 'the bands' };
  if (line.kind === 'top') return { zh: `前 ${line.size} 名`, en: `the first ${line.size}` };
  const inside = candidates.filter((candidate) => candidate.inside).length;
  return { zh: `入选名单（现 ${inside} 名）`, en: `the list of the selected (now ${inside})` };
}

/** How many change: pairs who swap places at a line count once, changed bands one by one. */
export function sizeOf({ enter, leave }: Change, line: Line): number {
  return line.kind === 'bands' ? enter.length + leave.length : Math.max(enter.length, leave.length);
}

type Sized = { readonly id: string; readonly change: Change; readonly size: number };

function sizeAll(leftOut: readonly LeftOut[], line: Line): Sized[] {
  return leftOut
    .flatMap(({ id, change }) => (change.ok ? [{ id, change: change.value, size: sizeOf(change.value, line) }] : []))
    .toSorted((a, b) => b.size - a.size);
}

function readWithoutExpert(track: TrackRobustness, experts: Names): Reading[] {
  const { line, withoutExpert } = track;
  if (withoutExpert.length < 2) return [];
  const sized = sizeAll(withoutExpert, line);
  if (sized.length === 0) return [say('experts-below-minimum', 'note')];
  const named = (ids: readonly { readonly id: string }[]): string[] => ids.map(({ id }) => experts.get(id) ?? id);
  const untested = named(withoutExpert.filter(({ change }) => !change.ok));
  const deciding = sized.filter(({ size }) => size > 0);
  const unscored = named(deciding.filter(({ change }) => change.unscored > 0));
  return [
    ...readDeciding(track, deciding, named(deciding)),
    ...(unscored.length === 0 ? [] : [say('experts-unscored', 'note', { experts: unscored })]),
    ...(untested.length === 0 ? [] : [say('experts-untested', 'note', { experts: untested })]),
  ];
}

/** Who decides, the one with the greatest change first, and who would change without him. */
function readDeciding(track: TrackRobustness, deciding: readonly Sized[], names: readonly string[]): Reading[] {
  const list = listWord(track);
  const [first] = deciding;
  if (first === undefined) return [say('experts-none', track.experts < 5 ? 'note' : 'good', { list })];
  const bands = track.line.kind === 'bands';
  const atMost = say(bands ? 'bands-experts-at-most' : 'experts-at-most', 'watch', { list, count: first.size });
  const codes = new Map(track.candidates.map((candidate) => [candidate.candidateId, nameOf(candidate)]));
  const named = (ids: readonly string[]): readonly (string | Sentence)[] =>
    ids.length === 0 ? [{ zh: '无', en: 'nobody' }] : ids.map((id) => codes.get(id) ?? id);
  const change = { expert: names[0] ?? '', enter: named(first.change.enter), leave: named(first.change.leave) };
  if (deciding.length === 1)
    return [atMost, say(bands ? 'bands-expert-decides' : 'expert-decides', 'watch', { list, ...change })];
  const detail = { list, count: names.length, experts: names, ...change };
  return [atMost, say(bands ? 'bands-experts-decide' : 'experts-decide', 'watch', detail)];
}

function readWithoutCriterion(track: TrackRobustness, criteria: Names): Reading[] {
  const { line, withoutCriterion } = track;
  const sized = sizeAll(withoutCriterion, line);
  const [first] = sized;
  if (first === undefined || withoutCriterion.length < 2) return [];
  const list = listWord(track);
  if (first.size === 0) return [say('criteria-none', 'good', { list })];
  const most = sized.filter(({ size }) => size === first.size).map(({ id }) => criteria.get(id) ?? id);
  return [
    say(line.kind === 'bands' ? 'bands-criteria-at-most' : 'criteria-at-most', 'watch', {
      list,
      count: first.size,
      criteria: most,
    }),
  ];
}
