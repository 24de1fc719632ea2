import type { Act, Scroll } from './board-meter.ts';
import { median, quantile, show, type Figure } from './measure.ts';

/** How often everything is measured. */
export const turns = 3;

/** What was measured of one of the two, in the order of the turns. */
export type Taken = {
  readonly open: Act[];
  readonly sorts: Act[];
  readonly searches: Act[];
  readonly pages: Scroll[];
  readonly wheel: Scroll[];
};

export const nothingTaken = (): Taken => ({ open: [], sorts: [], searches: [], pages: [], wheel: [] });

type Both<Value> = { readonly ours: Value; readonly theirs: Value };

export function compare(
  first: { readonly open: Act; readonly search: Act },
  { ours, theirs }: Both<Taken>,
  memory: Both<string>,
): Figure[] {
  const acts = (what: string, pick: (taken: Taken) => readonly Act[]): Figure => ({
    what: `board, ${what}, ${turns} times each`,
    measured: describeActs(pick(ours)),
    beside: `the grid alone: ${describeActs(pick(theirs))}`,
  });
  const scroll = (what: string, pick: (taken: Taken) => readonly Scroll[]): Figure => ({
    what: `board, ${what}`,
    measured: describeScroll(pick(ours)),
    beside: `the grid alone: ${describeScroll(pick(theirs))}; goal: no frame > 100 ms`,
  });
  return [
    {
      what: 'board, for the first time: opened, and searched by pinyin',
      measured: `${show(first.open.took)} to the first rows painted, ${show(first.search.took)} to the first hits`,
      beside: 'ranking and pinyin included',
    },
    acts('opened again, to the first rows painted', ({ open }) => open),
    acts('sorted by score, name, unit: up, down, none of each', ({ sorts }) => sorts),
    acts('searched: words, initials, code, pinyin', ({ searches }) => searches),
    scroll('scrolled from top to bottom in 300 frames', ({ pages }) => pages),
    scroll('scrolled as by a wheel, 120 pixels a frame', ({ wheel }) => wheel),
    { what: 'board, memory', measured: memory.ours, beside: `the grid alone: ${memory.theirs}` },
  ];
}

/** The median of each kind of act over all turns, and of all. */
function describeActs(acts: readonly Act[]): string {
  const kinds = acts.length / turns;
  const medians = Array.from({ length: kinds }, (_, kind) =>
    Math.round(median(acts.filter((__, at) => at % kinds === kind).map(({ took }) => took))),
  );
  const each = kinds === 1 ? '' : ` (${medians.join(' ')})`;
  const longest = Math.max(...acts.map((act) => act.longest));
  return `median ${show(median(acts.map(({ took }) => took)))}${each}, longest frame ${show(longest)}`;
}

function describeScroll(scrolls: readonly Scroll[]): string {
  const frames = scrolls.flatMap((scroll) => scroll.frames);
  const blank = scrolls.reduce((sum, scroll) => sum + scroll.blank, 0);
  const dropped = frames.reduce((sum, frame) => sum + Math.max(0, Math.round(frame / (1000 / 60)) - 1), 0);
  const slow = frames.filter((frame) => frame > 100).length;
  return (
    `longest frame ${show(Math.max(...frames))}, p99 ${show(quantile(frames, 0.99))}, median ${show(median(frames))}, ` +
    `${slow} over 100 ms, ${dropped} dropped, ${blank} blank of ${frames.length}`
  );
}
