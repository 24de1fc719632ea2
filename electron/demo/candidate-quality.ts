import type { Candidate } from '#shared/candidates/candidate.ts';
import { makeRandom } from './random.ts';

/** A declared figure that speaks for a candidate: from hardly anything (`low`) to as good as it gets (`high`). */
type Signal = { readonly label: RegExp; readonly low: number; readonly high: number; readonly scale: 'log' | 'linear' };

const log = (label: RegExp, low: number, high: number): Signal => ({ label, low, high, scale: 'log' });
const linear = (label: RegExp, low: number, high: number): Signal => ({ label, low, high, scale: 'linear' });

const ordinaryProduct = [log(/^研发投入/, 100, 1200), log(/^销售额/, 200, 4500), log(/^用户数/, 3, 60)];
const firstVersion = [log(/^研发投入/, 260, 1100), log(/^销售额/, 30, 320), log(/^用户数/, 1, 10)];

/** By rubric id of the built-in templates; the ranges are those of the sample data. */
const signals: Readonly<Record<string, readonly Signal[]>> = {
  building: [
    log(/^软信企业数/, 10, 160),
    log(/^从业人员/, 350, 5500),
    log(/^软件收入/, 8000, 220_000),
    linear(/^增速/, -2, 30),
    log(/^优质企业数/, 1, 26),
  ],
  industrial: ordinaryProduct,
  automotive: ordinaryProduct,
  ai: ordinaryProduct,
  security: ordinaryProduct,
  'first-version': firstVersion,
  talent: [log(/^主持产品及收入/, 900, 12_000), linear(/^专利/, 0, 14), linear(/^团队人数/, 18, 75)],
  college: [linear(/^就业率/, 79, 97), linear(/^留渝率/, 38, 78), log(/^合作企业/, 5, 38)],
  base: [log(/^年接收人数/, 22, 230), linear(/^真实项目数/, 2, 28), log(/^就业数/, 10, 220)],
};

/**
 * How good a candidate is, 0 (hopeless) to 1 (outstanding): mostly what its declared figures say, partly luck that
 * depends on seed and code alone. Every expert starts from the same value.
 */
export function judgeQuality(candidate: Candidate, rubricId: string, seed: number): number {
  const luck = makeRandom(seed, 'quality', candidate.code).unit();
  const levels = (signals[rubricId] ?? []).flatMap((signal) => readLevel(candidate, signal));
  if (levels.length === 0) return luck;
  const declared = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return 0.78 * declared + 0.22 * luck;
}

/** The declared figure of the first field whose label begins so, or null. */
export function readFigure(candidate: Candidate, label: RegExp): number | null {
  const value = candidate.fields.find((field) => label.test(field.label))?.value ?? '';
  // A text such as “…平台，近三年收入5600万元” ends with its figure.
  const match = /(-?\d[\d,]*(?:\.\d+)?)[^\d]*$/.exec(value.normalize('NFKC'));
  return match === null ? null : Number((match[1] ?? '').replaceAll(',', ''));
}

function readLevel(candidate: Candidate, { label, low, high, scale }: Signal): number[] {
  const figure = readFigure(candidate, label);
  if (figure === null) return [];
  const place = (value: number): number => (scale === 'log' ? Math.log(Math.max(value, 0.5)) : value);
  return [Math.min(1, Math.max(0, (place(figure) - place(low)) / (place(high) - place(low))))];
}
