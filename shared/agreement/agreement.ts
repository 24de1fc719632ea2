import type { Result } from '../base/result.ts';
import type { Hundredths } from '../base/points.ts';
import type { ExpertProfile } from './experts.ts';
import type { Icc } from './icc.ts';
import type { Concordance } from './kendall.ts';
import type { Alpha } from './krippendorff.ts';
import type { Outlier } from './outliers.ts';
import type { AgreementCode } from './sentences.ts';

/** How far experts agree on one criterion. Points in hundredths. */
export type CriterionAgreement = {
  readonly criterionId: string;
  readonly name: string;
  readonly category: string;
  readonly max: Hundredths;
  readonly mean: number;
  /**
   * Root mean square of the distances from the candidates' means, as a share of the maximum: small is agreement. Null
   * where no candidate has two sheets.
   */
  readonly disagreement: number | null;
  /** Share of sheets that give full points: what everybody gets cannot tell candidates apart. */
  readonly full: number;
  readonly alpha: Result<Alpha, AgreementCode>;
  readonly icc: Result<Icc, AgreementCode>;
};

/** A candidate as pictures show it. */
export type PicturedCandidate = {
  readonly candidateId: string;
  readonly code: string;
  readonly name: string;
  /** Totals along the track's experts; null: no sheet that counts. Hundredths. */
  readonly totals: readonly (Hundredths | null)[];
  /** Mean of each category over all valid sheets, in rubric order, hundredths. */
  readonly profile: readonly number[];
};

/** 专家一致性 of one track; figures are about raw points, before any trimming or normalisation. */
export type TrackAgreement = {
  readonly trackId: string;
  readonly name: string;
  readonly maximum: Hundredths;
  readonly sheets: number;
  /** Share of candidate × expert that carries a valid sheet. */
  readonly filled: number;
  /** Connected parts of the design; experts of different parts do not compare. */
  readonly parts: number;
  readonly icc: Result<Icc, AgreementCode>;
  readonly concordance: Result<Concordance, AgreementCode>;
  readonly alpha: Result<Alpha, AgreementCode>;
  readonly criteria: readonly CriterionAgreement[];
  readonly experts: readonly ExpertProfile[];
  readonly outliers: readonly Outlier[];
  /** Sheets that could be looked at for outliers. */
  readonly judged: number;
  readonly categories: readonly { readonly id: string; readonly name: string; readonly max: Hundredths }[];
  /** By code; null when there are too many to draw. */
  readonly candidates: readonly PicturedCandidate[] | null;
};
