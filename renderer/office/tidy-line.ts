import { cleanText } from '#shared/base/text.ts';

/** One line of text as it is kept: without stray blanks, line ends as blanks. */
export function tidyLine(text: string): string {
  return cleanText(text).replaceAll('\n', ' ').trim();
}
