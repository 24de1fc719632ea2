import type { FieldDefinition } from './field.ts';

/** What candidates and experts tell about their spreadsheets. */
export type TableRules = {
  /** Known fields; earlier ones win where headers could mean several. */
  readonly definitions: readonly FieldDefinition[];
  /** One of these keys has to be in a header. */
  readonly anchors: readonly string[];
  /** Keys that name a row's subject. */
  readonly identifiers: readonly string[];
  /** Keys that are parts of the row itself and no fields. */
  readonly ownKeys: ReadonlySet<string>;
  /** Longest value by key, where it is shorter than a field's. */
  readonly maxima: ReadonlyMap<string, number>;
  /** Key that 序号 stands for when no column has it; null for none. */
  readonly serialFor: string | null;
  /** Chinese and English labels of required columns that these keys do not satisfy. */
  readonly listMissing: (keys: ReadonlySet<string>) => readonly { readonly zh: string; readonly en: string }[];
  /** Whether a text alone in its row names a group of rows. */
  readonly isGroupName: (text: string) => boolean;
};
