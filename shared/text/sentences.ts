import { agreementSentences } from '../agreement/sentences.ts';
import { assignmentSentences } from '../assignment/sentences.ts';
import { fileSentences } from '../base/file-sentences.ts';
import { fillSentence, type Language, type Sentence } from '../base/sentence.ts';
import type { Failure } from '../base/result.ts';
import { candidateSentences } from '../candidates/sentences.ts';
import { cliSentences } from '../cli/sentences.ts';
import { decisionSentences } from '../decisions/sentences.ts';
import { expertSentences } from '../experts/sentences.ts';
import { identitySentences } from '../identity/sentences.ts';
import { ipcSentences } from '../ipc/sentences.ts';
import { packageSentences } from '../packages/sentences.ts';
import { rankingSentences } from '../ranking/sentences.ts';
import { reportSentences } from '../reports/sentences.ts';
import { receiptSentences } from '../receipts/sentences.ts';
import { roundSentences } from '../round/sentences.ts';
import { scoringSentences } from '../scoring/sentences.ts';
import { tableSentences } from '../tables/sentences.ts';
import { traceSentences } from '../trace/sentences.ts';
import { workspaceSentences } from '../workspace/sentences.ts';

/** Every code of the product with its sentences: the windows, the command line and the papers read them here. */
export const sentences = {
  ...agreementSentences,
  ...assignmentSentences,
  ...candidateSentences,
  ...cliSentences,
  ...decisionSentences,
  ...expertSentences,
  ...fileSentences,
  ...identitySentences,
  ...ipcSentences,
  ...packageSentences,
  ...rankingSentences,
  ...reportSentences,
  ...receiptSentences,
  ...roundSentences,
  ...scoringSentences,
  ...tableSentences,
  ...traceSentences,
  ...workspaceSentences,
};

/** The closed union of all codes. */
export type ErrorCode = keyof typeof sentences;

const byCode: Readonly<Record<string, Sentence | undefined>> = sentences;

/** The sentence of a failure in a language; an unknown code is shown as itself. */
export function describeFailure(failure: Failure, language: Language): string {
  const sentence = byCode[failure.code];
  return sentence === undefined ? failure.code : fillSentence(sentence, language, failure.detail);
}
