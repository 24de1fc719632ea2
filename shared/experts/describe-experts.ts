import type { Failure } from '../base/result.ts';
import type { Language } from '../base/sentence.ts';
import { describeImport, describeRefusal, type ImportReport } from '../tables/describe-import.ts';
import { tableSentences } from '../tables/sentences.ts';
import type { ExpertsInterpretation } from './interpreted-expert.ts';
import { expertSentences } from './sentences.ts';

const sentences = { ...tableSentences, ...expertSentences };

/** What an import of experts did, as `mtx experts import --json` prints it. */
export function describeExperts(interpretation: ExpertsInterpretation, language: Language): ImportReport {
  return describeImport(interpretation, language, sentences, ({ title, phone, field, avoidUnits, leader }) => ({
    title: title === '' ? null : title,
    phone: phone === '' ? null : phone,
    field: field === '' ? null : field,
    avoidUnits: avoidUnits.length === 0 ? null : avoidUnits.join('、'),
    leader: leader ? '是' : '否',
  }));
}

/** A file of experts that could not be read, in the same shape. */
export function describeExpertsRefusal(failure: Failure, language: Language): ImportReport {
  return describeRefusal(failure, language, sentences);
}
