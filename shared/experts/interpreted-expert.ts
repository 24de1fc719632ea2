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

/** What a spreadsheet of experts is read against. */
export type ExpertsContext = {
  /** Experts the round has already. */
  readonly existing?: readonly { readonly name: string; readonly unit: string; readonly phone: string }[];
  readonly mends?: readonly RowMend[];
};
