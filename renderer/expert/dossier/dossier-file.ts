import type { DossierFile } from '#shared/candidates/candidate.ts';
import type { Showing } from '../../bridge/viewer-messages.ts';

const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']);

/** Decides by the media type, which was found from the content when the dossier was attached; 'none': it is not shown. */
export function showingOf({ mediaType }: Pick<DossierFile, 'mediaType'>): Showing | 'none' {
  if (mediaType === 'application/pdf') return 'pdf';
  if (images.has(mediaType)) return 'image';
  return mediaType === 'text/plain' ? 'text' : 'none';
}

/** Where the main process serves a file of a candidate's dossier. */
export function dossierAddress(taskId: string, candidateId: string, sha256: string): string {
  return `mtx-dossier://task/${taskId}/${candidateId}/${sha256}`;
}
