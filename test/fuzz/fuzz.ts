import { existsSync, readdirSync } from 'node:fs';
import { makeDice } from './dice.ts';
import { mutations, type Mutation } from './mutations.ts';
import type { Sample, Subject, Verdict } from './subject.ts';
import { makeSubjects, type Subjects } from './subjects.ts';

export type FuzzOptions = {
  readonly count: number;
  readonly seed: number;
  /** Only this case of them. */
  readonly only?: number | undefined;
  /** Keeps the bytes of a case that went wrong. */
  readonly keep?: (name: string, bytes: Buffer) => void;
};

/** What must never happen: a changed content taken, an exception, two seconds, a file left behind. */
export type Fault = { readonly case: number; readonly kind: string; readonly mutation: string; readonly what: string };

export type FuzzReport = {
  readonly count: number;
  readonly seed: number;
  /** Cases by mutation, and by the code that answered them. */
  readonly byMutation: ReadonlyMap<string, number>;
  readonly byKind: ReadonlyMap<string, number>;
  readonly byCode: ReadonlyMap<string, number>;
  readonly slowest: {
    readonly milliseconds: number;
    readonly case: number;
    readonly kind: string;
    readonly mutation: string;
  };
  readonly faults: readonly Fault[];
};

const mostMilliseconds = 2000;

/** Makes bad packages of good ones and offers each to whoever takes its kind in. The same seed makes the same changes. */
export async function fuzz({ count, seed, only, keep = () => undefined }: FuzzOptions): Promise<FuzzReport> {
  const subjects = await makeSubjects();
  const tally = new Tally(count, seed);
  try {
    for (let index = only ?? 0; index <= (only ?? count - 1); index += 1) {
      const dice = makeDice(seed, index);
      const subject = pickSubject(subjects, index);
      const mutation = pickMutation(subject, index, subjects.all.length);
      const [one, two] = dice.below(2) === 0 ? subject.samples : [subject.samples[1], subject.samples[0]];
      const bytes = await mutation.make(subject, one, two, dice);
      const fault = await tally.add(index, subject, mutation, bytes, subjects);
      if (fault) keep(`${seed}-${index}`, bytes);
    }
  } finally {
    subjects.remove();
  }
  return tally.report();
}

function pickSubject({ all }: Subjects, index: number): Subject {
  const subject = all[index % all.length];
  if (subject === undefined) throw new RangeError('no kind');
  return subject;
}

/** Every kind meets every mutation in turn. */
function pickMutation({ samples: [{ zip }] }: Subject, index: number, kinds: number): Mutation {
  const fitting = mutations.filter((mutation) => zip !== null || !mutation.zip);
  const mutation = fitting[Math.floor(index / kinds) % fitting.length];
  if (mutation === undefined) throw new RangeError('no mutation');
  return mutation;
}

class Tally {
  readonly #count: number;
  readonly #seed: number;
  readonly #byMutation = new Map<string, number>();
  readonly #byKind = new Map<string, number>();
  readonly #byCode = new Map<string, number>();
  readonly #faults: Fault[] = [];
  #slowest: FuzzReport['slowest'] = { milliseconds: 0, case: 0, kind: '', mutation: '' };

  constructor(count: number, seed: number) {
    this.#count = count;
    this.#seed = seed;
  }

  /** @returns whether something went wrong */
  async add(index: number, subject: Subject, mutation: Mutation, bytes: Buffer, { desk }: Subjects): Promise<boolean> {
    const before = this.#faults.length;
    const where = { case: index, kind: subject.kind, mutation: mutation.name };
    const start = performance.now();
    const verdict = await attempt(subject, bytes);
    const milliseconds = performance.now() - start;
    if (milliseconds > this.#slowest.milliseconds) this.#slowest = { ...where, milliseconds };
    if (milliseconds > mostMilliseconds) this.#faults.push({ ...where, what: `took ${Math.round(milliseconds)} ms` });
    if ('crash' in verdict) this.#faults.push({ ...where, what: `crashed: ${verdict.crash}` });
    const allowed = mutation.own === true || (mutation.named === true && subject.anybody === true);
    if ('taken' in verdict && !allowed && !isOneOf(subject.samples, verdict.taken)) {
      this.#faults.push({ ...where, what: 'taken with changed content' });
    }
    if (existsSync(desk.staging) && readdirSync(desk.staging).length > 0)
      this.#faults.push({ ...where, what: 'left a file' });
    count(this.#byMutation, mutation.name);
    count(this.#byKind, subject.kind);
    count(this.#byCode, describe(verdict, subject));
    return this.#faults.length > before;
  }

  report(): FuzzReport {
    return {
      count: this.#count,
      seed: this.#seed,
      byMutation: this.#byMutation,
      byKind: this.#byKind,
      byCode: this.#byCode,
      slowest: this.#slowest,
      faults: this.#faults,
    };
  }
}

async function attempt({ open }: Subject, bytes: Buffer): Promise<Verdict | { readonly crash: string }> {
  try {
    return await open(bytes);
  } catch (error) {
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function isOneOf(samples: readonly Sample[], statement: string): boolean {
  return samples.some((sample) => sample.statement === statement);
}

function describe(verdict: Verdict | { readonly crash: string }, { samples }: Subject): string {
  if ('crash' in verdict) return 'crash';
  if ('code' in verdict) return verdict.code;
  return isOneOf(samples, verdict.taken)
    ? '(taken, content unchanged)'
    : '(taken, signed by the key that it speaks for)';
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
