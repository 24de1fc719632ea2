import type { Failure } from '../base/result.ts';
import type { Language } from '../base/sentence.ts';
import { describeImport, describeRefusal, type ImportReport } from '../tables/describe-import.ts';
import { tableSentences } from '../tables/sentences.ts';
import type { CandidatesContext, CandidatesInterpretation } from './interpreted-candidate.ts';
import { candidateSentences } from './sentences.ts';

const sentences = { ...tableSentences, ...candidateSentences };

/** What an import of candidates did, as `mtx candidates import --json` prints it; `fields.track` is the track's name. */
export function describeCandidates(
  interpretation: CandidatesInterpretation,
  { tracks }: Pick<CandidatesContext, 'tracks'>,
  language: Language,
): ImportReport {
  const names = new Map(tracks.map(({ id, name }) => [id, name]));
  return describeImport(interpretation, language, sentences, ({ trackId, dossier }) => ({
    track: trackId === null ? null : (names.get(trackId) ?? trackId),
    dossier: dossier === '' ? null : dossier,
  }));
}

/** A file of candidates that could not be read, in the same shape. */
export function describeCandidatesRefusal(failure: Failure, language: Language): ImportReport {
  return describeRefusal(failure, language, sentences);
}
