import type { SuiteName } from '../packages/suite.ts';

/** A registration card as the office sees it before it counts. */
export type CardPreview = {
  readonly file: string;
  /** As the card says. */
  readonly name: string;
  readonly unit: string;
  /** `SHA256:` and 12 groups of 5 digits: to be compared with the expert by telephone or face to face. */
  readonly fingerprint: string;
  /** The expert of the round whom the name fits; null when nobody or several do. */
  readonly expertId: string | null;
  /** The key is enrolled for that expert already. */
  readonly known: boolean;
};

/** A card that the expert made on this machine. */
export type CardView = { readonly fingerprint: string };

/** The office of the newest task on a machine, and how it signs; the usual suite while there is none. */
export type CardOffice = { readonly office: string | null; readonly suite: SuiteName };
