import type { DossierFile } from '#shared/candidates/candidate.ts';

/** How the window can show a file of a dossier. */
export type Showing = 'pdf' | 'image' | 'text' | 'none';

const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Decides by the media type, which was found from the content when the dossier was attached. */
export function showingOf({ mediaType }: Pick<DossierFile, 'mediaType'>): Showing {
  if (mediaType === 'application/pdf') return 'pdf';
  if (images.has(mediaType)) return 'image';
  return mediaType === 'text/plain' ? 'text' : 'none';
}

/** Where the main process serves a file of a candidate's dossier. */
export function dossierAddress(taskId: string, candidateId: string, sha256: string): string {
  return `mtx-dossier://task/${taskId}/${candidateId}/${sha256}`;
}
