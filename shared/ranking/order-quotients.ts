import { doubleAt, intAt } from '../base/at.ts';
import { compareQuotients, greatestCommonDivisor } from '../base/fraction.ts';

/** Quotients of safe integers, the divisors positive, by member. */
export type Quotients = { readonly numerators: Float64Array; readonly denominators: Int32Array };

/** Members in order, and where each run of equals begins; one more at the end. */
export type Runs = { readonly members: Int32Array; readonly starts: Int32Array };

/**
 * Orders members by their quotients, the greatest first; equals stay in their order. Exact: over a common denominator the
 * quotients are whole numbers, which are sorted by their digits. Where those would pass 2^53, quotients are compared one by one.
 */
export function orderQuotients(members: Int32Array, quotients: Quotients): Runs {
  const whole = wholeKeys(members, quotients);
  if (whole === null) return compareAll(members, quotients);
  const { keys, most } = whole;
  const places = sortWhole(keys, most);
  const ordered = new Int32Array(places.length);
  const starts = new Int32Array(places.length + 1);
  let [runs, last] = [0, -1];
  for (let position = 0; position < places.length; position += 1) {
    const place = intAt(places, position);
    ordered[position] = intAt(members, place);
    const key = doubleAt(keys, place);
    if (key !== last) starts[runs++] = position;
    last = key;
  }
  starts[runs] = places.length;
  return { members: ordered, starts: starts.subarray(0, runs + 1) };
}

/** Calls `visit` for each run of equals. */
export function forEachRun({ starts }: Runs, visit: (from: number, to: number) => void): void {
  for (let run = 0; run + 1 < starts.length; run += 1) visit(intAt(starts, run), intAt(starts, run + 1));
}

/**
 * Parts runs by further quotients, all at once: members of runs of two or more are ordered as one list and dealt out to their
 * runs again. Members are below `quotients.denominators.length`.
 */
export function partRuns(runs: Runs, quotients: Quotients): Runs {
  const firsts = new Int32Array(quotients.denominators.length);
  const equals = new Int32Array(runs.members.length);
  let count = 0;
  forEachRun(runs, (from, to) => {
    if (to === from + 1) return;
    for (let position = from; position < to; position += 1) {
      const member = intAt(runs.members, position);
      firsts[member] = from;
      equals[count] = member;
      count += 1;
    }
  });
  const ordered = orderQuotients(equals.subarray(0, count), quotients);
  const members = runs.members.slice();
  /** By position: the class of equal quotients; by the position of a run's first: how many are dealt out. */
  const [classes, dealt] = [new Int32Array(members.length), new Int32Array(members.length)];
  forEachRun(ordered, (from, to) => {
    for (let index = from; index < to; index += 1) {
      const member = intAt(ordered.members, index);
      const first = intAt(firsts, member);
      const position = first + intAt(dealt, first);
      dealt[first] = position - first + 1;
      members[position] = member;
      classes[position] = from;
    }
  });
  const starts = new Int32Array(members.length + 1);
  let found = 0;
  forEachRun(runs, (from, to) => {
    for (let position = from; position < to; position += 1) {
      if (position === from || classes[position] !== classes[position - 1]) starts[found++] = position;
    }
  });
  starts[found] = members.length;
  return { members, starts: starts.subarray(0, found + 1) };
}

function compareAll(members: Int32Array, quotients: Quotients): Runs {
  const ordered = members.toSorted((a, b) => compareAt(quotients, b, a));
  const begins = (member: number, position: number): boolean =>
    position === 0 || compareAt(quotients, intAt(ordered, position - 1), member) !== 0;
  const starts = Array.from(ordered, (member, position) => (begins(member, position) ? [position] : [])).flat();
  return { members: ordered, starts: Int32Array.from([...starts, ordered.length]) };
}

function compareAt({ numerators, denominators }: Quotients, a: number, b: number): number {
  return compareQuotients(
    doubleAt(numerators, a),
    intAt(denominators, a),
    doubleAt(numerators, b),
    intAt(denominators, b),
  );
}

/** How far each quotient is below the greatest, over a common denominator; null where a number would not be exact. */
function wholeKeys(
  members: Int32Array,
  { numerators, denominators }: Quotients,
): { readonly keys: Float64Array; readonly most: number } | null {
  const common = commonDenominator(members, denominators);
  if (common === null) return null;
  const keys = new Float64Array(members.length);
  let [least, most] = [Infinity, -Infinity];
  for (let place = 0; place < keys.length; place += 1) {
    const member = intAt(members, place);
    const key = doubleAt(numerators, member) * (common / intAt(denominators, member));
    keys[place] = key;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  if (keys.length === 0) return { keys, most: 0 };
  if (![least, most, most - least].every(Number.isSafeInteger)) return null;
  for (let place = 0; place < keys.length; place += 1) keys[place] = most - doubleAt(keys, place);
  return { keys, most: most - least };
}

const bits = 11;
const digits = 1 << bits;

/** Places of non-negative safe integers in ascending order, equals in theirs: a radix sort from the last digit on. */
function sortWhole(keys: Float64Array, most: number): Int32Array {
  const size = keys.length;
  const [places, spare] = [new Int32Array(size), new Int32Array(size)];
  for (let place = 0; place < size; place += 1) places[place] = place;
  const pair = new Int32Array(size);
  for (let unit = 1; unit <= most; unit *= digits * digits) {
    for (let place = 0; place < size; place += 1) {
      pair[place] = Math.floor(doubleAt(keys, place) / unit) % (digits * digits);
    }
    sortByDigit(pair, 0, places, spare);
    sortByDigit(pair, bits, spare, places);
  }
  return places;
}

function sortByDigit(numbers: Int32Array, shift: number, from: Int32Array, to: Int32Array): void {
  const next = new Int32Array(digits);
  for (let place = 0; place < numbers.length; place += 1) {
    const digit = (intAt(numbers, place) >>> shift) & (digits - 1);
    next[digit] = intAt(next, digit) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < digits; digit += 1) {
    const own = intAt(next, digit);
    next[digit] = sum;
    sum += own;
  }
  for (let index = 0; index < from.length; index += 1) {
    const place = intAt(from, index);
    const digit = (intAt(numbers, place) >>> shift) & (digits - 1);
    const position = intAt(next, digit);
    next[digit] = position + 1;
    to[position] = place;
  }
}

/** The least common multiple of the members' denominators; null when it is none that numbers can hold. */
function commonDenominator(members: Int32Array, denominators: Int32Array): number | null {
  let [common, last] = [1, 1];
  for (let place = 0; place < members.length; place += 1) {
    const member = intAt(members, place);
    const denominator = intAt(denominators, member);
    if (denominator === last) continue;
    last = denominator;
    common *= denominator / greatestCommonDivisor(common, denominator);
    if (!Number.isSafeInteger(common)) return null;
  }
  return common;
}
