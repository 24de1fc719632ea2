import type { Interpretation, InterpretedRow, RowMend } from '../tables/interpretation.ts';

/** One row of an experts' spreadsheet; `fields` holds extra columns only. */
export type InterpretedExpert = InterpretedRow & {
  readonly title: string;
  readonly phone: string;
  readonly field: string;
  readonly avoidUnits: readonly string[];
  readonly leader: boolean;
};

export type ExpertsInterpretation = Interpretation<InterpretedExpert>;

/** Somebody the workspace knows; his telephone number may be sealed, so it answers whether one typed is his. */
export type KnownExpert = {
  readonly name: string;
  readonly unit: string;
  /** True also where one side names none. */
  readonly fitsPhone: (phone: string) => boolean;
};

/** What a spreadsheet of experts is read against. */
export type ExpertsContext = {
  /** Experts the round has already. */
  readonly existing?: readonly KnownExpert[];
  readonly mends?: readonly RowMend[];
};
