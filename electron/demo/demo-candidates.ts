import { makeBaseRows } from './base-rows.ts';
import { makeBuildingRows } from './building-rows.ts';
import { makeCollegeRows } from './college-rows.ts';
import type { DemoKind, DemoRow } from './demo-row.ts';
import { makeExpertRows } from './expert-rows.ts';
import { makeProductRows } from './product-rows.ts';
import { makeTalentRows } from './talent-rows.ts';

/** The seed of the shipped sample spreadsheets. */
export const demoSeed = 2023;

/** How many candidates and experts the shipped sample spreadsheets hold. */
export const demoCounts: Readonly<Record<DemoKind, { readonly candidates: number; readonly experts: number }>> = {
  building: { candidates: 30, experts: 7 },
  product: { candidates: 120, experts: 25 },
  talent: { candidates: 40, experts: 9 },
  college: { candidates: 15, experts: 7 },
  base: { candidates: 12, experts: 5 },
};

const makers: Readonly<Record<DemoKind, (count: number, seed: number) => DemoRow[]>> = {
  building: makeBuildingRows,
  product: makeProductRows,
  talent: makeTalentRows,
  college: makeCollegeRows,
  base: makeBaseRows,
};

/**
 * Fictional candidates as rows of the kind's sample spreadsheet: the same columns, one header row's worth of keys.
 * Products carry their track in 赛道. With `demoSeed` and the count of `demoCounts` these are the shipped rows.
 * @returns `count` rows with different codes and names; the same for the same kind, count and seed
 */
export function makeDemoCandidates(kind: DemoKind, count: number, seed: number): DemoRow[] {
  return makers[kind](count, seed);
}

/**
 * Fictional experts as rows of the kind's sample spreadsheet.
 * @param candidates rows of `makeDemoCandidates` that some experts shall have ties with (回避)
 */
export function makeDemoExperts(
  kind: DemoKind,
  count: number,
  seed: number,
  candidates: readonly DemoRow[] = [],
): DemoRow[] {
  return makeExpertRows(kind, count, seed, candidates);
}
