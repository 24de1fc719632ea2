import type { CandidateKind, Mode } from '../round/round.ts';
import type { Interpretation, InterpretedRow, RowMend } from '../tables/interpretation.ts';

/** One row of a candidates' spreadsheet. */
export type InterpretedCandidate = InterpretedRow & {
  readonly code: string;
  /** Null only while the row is held. */
  readonly trackId: string | null;
  /** 材料: file or folder name as written; empty when the sheet names none. */
  readonly dossier: string;
};

export type CandidatesInterpretation = Interpretation<InterpretedCandidate>;

/** What a spreadsheet of candidates is read against. */
export type CandidatesContext = {
  readonly kind: CandidateKind;
  readonly mode: Mode;
  readonly tracks: readonly { readonly id: string; readonly name: string }[];
  /** Id of the track that the user chose for the whole file. */
  readonly chosenTrack: string | null;
  /** Candidates the round has already. */
  readonly existing?: readonly { readonly code: string; readonly name: string; readonly unit: string }[];
  readonly mends?: readonly RowMend[];
};
