import type { DossierFile } from '../candidates/candidate.ts';
import type { Expert } from '../experts/expert.ts';
import type { Member } from '../identity/member.ts';
import type { SuiteName } from '../packages/suite.ts';
import type { Board } from '../ranking/board.ts';
import type { PackedBoard } from '../ranking/pack-board.ts';
import type { Explanation } from '../ranking/explanation.ts';
import type { CandidateKind, Mode, Round, RoundStatus } from '../round/round.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type { ImportNote, SheetLayout } from '../tables/interpretation.ts';

export type WorkspaceView = {
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  /** How its keys sign. */
  readonly suite: SuiteName;
  /** Commission key, `SHA256:` + 12 groups of 5 digits. */
  readonly fingerprint: string;
  /** Who has signed in. */
  readonly member: Member;
};

export type TemplateView = {
  readonly kind: CandidateKind;
  readonly title: string;
  readonly notice: string;
  readonly tracks: number;
  readonly criteria: number;
  readonly quota: number | null;
};

/** Counts that the rail and the overview show; every count is in whole things. */
export type RoundCounts = {
  readonly candidates: number;
  readonly candidatesWithoutDossier: number;
  readonly experts: number;
  readonly assignments: number;
  readonly tasksIssued: number;
  /** Experts with an accepted result. */
  readonly expertsReturned: number;
  /** Sheets (any state) in accepted results. */
  readonly sheetsIn: number;
  readonly packagesRefused: number;
};

export type RoundSummary = {
  readonly id: string;
  readonly title: string;
  readonly kind: CandidateKind;
  readonly mode: Mode;
  readonly status: RoundStatus;
  readonly createdAt: string;
  readonly deadline: string | null;
  readonly counts: RoundCounts;
};

export type RoundView = { readonly round: Round; readonly counts: RoundCounts };

/** A fault of an imported sheet, with its place as a person sees it; `kind` is a code with a sentence. */
export type ProblemView = {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly kind: string;
  readonly severity: 'file' | 'row' | 'warning';
  readonly detail: Readonly<Record<string, string | number>>;
};

/** One row of a preview. `cells` runs along `columns`; `held` rows are not taken until mended. */
export type PreviewRow = {
  readonly id: string;
  readonly sheet: string;
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly held: boolean;
  readonly cells: readonly string[];
  readonly problems: readonly ProblemView[];
};

/** What a spreadsheet would bring; nothing is stored before it is taken. */
export type ImportPreview = {
  readonly id: string;
  readonly fileName: string;
  /** `known`: false for an extra column, which is kept as it is. */
  readonly columns: readonly { readonly key: string; readonly label: string; readonly known: boolean }[];
  readonly rows: readonly PreviewRow[];
  /** Faults that belong to no single row. */
  readonly problems: readonly ProblemView[];
  /** What is worth knowing and is no fault: skipped total rows, hidden columns that were read … */
  readonly notes: readonly ImportNote[];
  /** What each sheet's columns were taken for, so that a fault's column letters lead to its cell. */
  readonly layouts: readonly SheetLayout[];
  readonly takeable: number;
  readonly held: number;
  readonly warnings: number;
};

export type ImportOutcome = { readonly taken: number; readonly held: number };

export type CandidateView = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly trackId: string;
  readonly fields: readonly { readonly key: string | null; readonly label: string; readonly value: string }[];
  readonly dossiers: readonly DossierFile[];
  /** Pinyin and initials of name and unit, for searching. */
  readonly search: string;
};

export type ExpertView = Expert & {
  readonly tracks: readonly string[];
  readonly load: number;
  readonly search: string;
};

export type DossierOutcome = {
  readonly attached: number;
  readonly candidates: number;
  /** Names that belong to no candidate. */
  readonly unmatched: readonly string[];
  /** Names in the 材料 column that no file or folder has, with the candidate's code. */
  readonly missing: readonly { readonly code: string; readonly name: string }[];
  /** Files refused, with their code. */
  readonly refused: readonly { readonly name: string; readonly code: string }[];
};

export type ConflictView = {
  readonly expertId: string;
  readonly candidateId: string;
  readonly source: 'same-unit' | 'avoid-unit' | 'declared';
  readonly note: string;
};

export type AssignmentView = {
  /** [expertId, candidateId] pairs. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly conflicts: readonly ConflictView[];
  readonly perCandidate: number | 'all' | null;
  /** Candidates that could not get as many experts as asked. */
  readonly shortfalls: readonly { readonly candidateId: string; readonly missing: number }[];
};

export type IssuedTask = {
  readonly expertId: string;
  readonly name: string;
  readonly unit: string;
  /** Activation code, grouped. */
  readonly code: string;
  readonly file: string;
  readonly candidates: number;
  readonly issuedAt: string;
  readonly returnedAt: string | null;
};

export type IssueOutcome = { readonly tasks: readonly IssuedTask[]; readonly folder: SavedPlace };
export type SavedPlace = { readonly id: string; readonly name: string; readonly place: string };

export type IntakeVerdict = 'accepted' | 'superseded' | 'duplicate' | 'refused';

/** One package that came in. `code` names the reason of a refusal (a code with a sentence). */
export type IntakeEntry = {
  readonly id: string;
  readonly file: string;
  readonly verdict: IntakeVerdict;
  readonly code: string | null;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly roundId: string | null;
  readonly expertId: string | null;
  readonly expertName: string | null;
  readonly seq: number | null;
  readonly statement: string | null;
  readonly sheets: number;
  readonly receivedAt: string;
};

/** One cell of the progress matrix. */
export type ProgressCell = 'unassigned' | 'waiting' | 'scored' | 'recused' | 'abstained';

export type ProgressView = {
  readonly experts: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly seq: number | null;
    readonly receivedAt: string | null;
    readonly done: number;
    readonly assigned: number;
  }[];
  readonly candidates: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly trackId: string;
    readonly done: number;
    readonly assigned: number;
  }[];
  /** cells[candidate index][expert index]; total points in hundredths for scored cells. */
  readonly cells: readonly (readonly { readonly state: ProgressCell; readonly total: number | null }[])[];
};

export type RankingView = {
  readonly ranking: Board;
  readonly policyHash: string;
  readonly inputsHash: string;
  readonly resultHash: string;
  readonly rankedAt: string;
  readonly experts: readonly { readonly id: string; readonly name: string; readonly unit: string }[];
  /** Sheets still outstanding when the list was made. */
  readonly outstanding: number;
};

/** The ranking on its way to the window. */
export type PackedRankingView = Omit<RankingView, 'ranking'> & { readonly ranking: PackedBoard };

/** What candidates can be found by, in the order of `ids`; both joined by line breaks, to go over in one piece. */
export type SearchTextsView = { readonly ids: string; readonly texts: string };

export type CandidateSheetsView = {
  /** From the rank down to each item; null when the candidate takes no part in the ranking (试评). */
  readonly explanation: Explanation | null;
  readonly candidate: CandidateView;
  readonly sheets: readonly {
    readonly expertId: string;
    readonly expertName: string;
    readonly sheet: Sheet;
    readonly seq: number;
    readonly statement: string;
  }[];
};
