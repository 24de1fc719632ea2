import { normaliseCrockford } from '#shared/identity/crockford.ts';

/** Symbols of an activation code, in groups of four: `XXXX-XXXX-XXXX-XXXX-X`. */
export const codeSymbols = 17;

/** What the field shows for what was typed or pasted. */
export type CodeText = {
  /** Grouped and upper case; as typed when it holds a character that no code contains. */
  readonly text: string;
  readonly symbols: number;
  /** The first character that no code contains, or null. */
  readonly strange: string | null;
};

/** Groups a code while it is typed; lower case, spaces, dashes, full-width forms, O for 0 and I or L for 1 are all taken. */
export function groupCode(typed: string): CodeText {
  const { symbols, strange } = normaliseCrockford(typed);
  if (strange !== null) return { text: typed, symbols: symbols.length, strange };
  return { text: (symbols.match(/.{1,4}/g) ?? []).join('-'), symbols: symbols.length, strange };
}

/** Where the caret stands in the grouped text, when `before` was left of it while typing. */
export function caretAfter(before: string): number {
  const { symbols } = normaliseCrockford(before);
  // A dash belongs to the group that follows it, so the caret stands before it until the next symbol comes.
  return symbols.length + Math.max(0, Math.ceil(symbols.length / 4) - 1);
}
