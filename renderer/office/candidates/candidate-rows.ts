import type { CandidateView } from '#shared/ipc/office-views.ts';
import { matchesSearch } from '../match-search.ts';

/** What the list shows of the candidates. */
export type CandidateFilter = {
  readonly search: string;
  readonly trackId: string | null;
  readonly withoutDossier: boolean;
};

export const everything: CandidateFilter = { search: '', trackId: null, withoutDossier: false };

export function filterCandidates(candidates: readonly CandidateView[], filter: CandidateFilter): CandidateView[] {
  return candidates.filter(
    ({ code, search, trackId, dossiers }) =>
      matchesSearch(`${code} ${search}`, filter.search) &&
      (filter.trackId === null || trackId === filter.trackId) &&
      (!filter.withoutDossier || dossiers.length === 0),
  );
}

/** Labels of all fields that any candidate has, in the order in which they first occur. */
export function listFieldLabels(candidates: readonly CandidateView[]): string[] {
  return [...new Set(candidates.flatMap(({ fields }) => fields.map(({ label }) => label)))];
}

/** A candidate's value under a label; empty when it has none. */
export function fieldValue(candidate: CandidateView, label: string): string {
  return candidate.fields.find((field) => field.label === label)?.value ?? '';
}

/** Whether all filled values are plain figures, so that a column can stand on the right. */
export function isFigures(candidates: readonly CandidateView[], label: string): boolean {
  const values = candidates.map((candidate) => fieldValue(candidate, label)).filter((value) => value !== '');
  return values.length > 0 && values.every((value) => /^-?\d+(\.\d+)?$/.test(value) && value.length < 16);
}

/** What a dossier file is, in a word of `candidates.types`. */
export function fileKind(mediaType: string): 'pdf' | 'image' | 'document' | 'sheet' | 'text' | 'other' {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('text/')) return 'text';
  if (/sheet|excel/.test(mediaType)) return 'sheet';
  return /word|document/.test(mediaType) ? 'document' : 'other';
}
