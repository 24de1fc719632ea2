/** How an expert may put a category's level; clauses without a full stop. */
export type Phrases = {
  readonly strong: readonly string[];
  readonly fair: readonly string[];
  readonly weak: readonly string[];
};

/** Phrases by category id of a built-in rubric. */
export type PhraseBook = Readonly<Record<string, Phrases>>;

/** One clause a line. */
export function phrases(strong: string, fair: string, weak: string): Phrases {
  const lines = (text: string): string[] => text.trim().split('\n');
  return { strong: lines(strong), fair: lines(fair), weak: lines(weak) };
}
