import { containerSentences } from './container-sentences.ts';
import { contentSentences } from './content-sentences.ts';
import { statementSentences } from './statement-sentences.ts';

/** Codes of package refusals with their sentences. `file` is the package's name, `entry` a file inside it. */
export const packageSentences = {
  ...containerSentences,
  ...statementSentences,
  ...contentSentences,
} as const;

export type PackageCode = keyof typeof packageSentences;
