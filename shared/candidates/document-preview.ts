/** What a Word or Excel document holds as text, in its order; pictures, layout and formulas are left out. */
export type DocumentPreview = {
  readonly blocks: readonly DocumentBlock[];
  /** The document holds more than a preview shows. */
  readonly shortened: boolean;
  /** Pictures and drawings that the preview leaves out. */
  readonly pictures: number;
};

export type DocumentBlock =
  /** `level` 1 to 6 for headings (a sheet's name is one), 0 for running text. */
  | { readonly kind: 'text'; readonly level: number; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Caps of a preview; what lies beyond is left out and said so. */
export type PreviewLimits = {
  readonly blocks: number;
  /** Rows and columns of one table. */
  readonly rows: number;
  readonly columns: number;
  /** Characters of one paragraph or cell. */
  readonly text: number;
  /** Characters of everything together. */
  readonly total: number;
};

/** Ample for an application form; small enough to be drawn at once. */
export const defaultPreviewLimits: PreviewLimits = {
  blocks: 3000,
  rows: 1000,
  columns: 60,
  text: 20_000,
  total: 600_000,
};
