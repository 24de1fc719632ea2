import type { FormFacts } from '../reports/facts.ts';
import type { DocumentForm, ExportForm, ExportFormat } from '../reports/forms.ts';
import type { Span } from '../reports/holidays.ts';
import type { SavedFile } from './app-calls.ts';

/** `saved`: whether somebody entered them. */
export type FormFactsView = {
  readonly facts: FormFacts;
  /** Days off that the office entered, for all of its rounds. */
  readonly holidays: readonly Span[];
  readonly saved: boolean;
};

/** A template of the office's own that stands in for the built-in one. */
export type FormTemplateView = {
  readonly form: DocumentForm;
  readonly name: string;
  readonly size: number;
  readonly addedAt: string;
};

/** A form that could not be made, with its code. */
export type SkippedForm = {
  readonly form: ExportForm;
  readonly format: ExportFormat;
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number>>;
};

/** What exporting everything came to. */
export type ExportOutcome = {
  readonly folder: SavedFile;
  readonly files: number;
  readonly skipped: readonly SkippedForm[];
};
