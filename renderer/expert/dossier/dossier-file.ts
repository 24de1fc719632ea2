import type { DossierFile } from '#shared/candidates/candidate.ts';
import type { Showing } from '../../bridge/viewer-messages.ts';

/** Which file of whose dossier in which task. */
export type FilePlace = { readonly taskId: string; readonly candidateId: string; readonly sha256: string };

const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']);

const office = 'application/vnd.openxmlformats-officedocument';
/** Documents whose text the main process reads. */
const documents = new Set([`${office}.wordprocessingml.document`, `${office}.spreadsheetml.sheet`]);

/** Decides by the media type, which was found from the content when the dossier was attached; 'none': it is not shown. */
export function showingOf({ mediaType }: Pick<DossierFile, 'mediaType'>): Showing | 'document' | 'none' {
  if (mediaType === 'application/pdf') return 'pdf';
  if (images.has(mediaType)) return 'image';
  if (documents.has(mediaType)) return 'document';
  return mediaType === 'text/plain' ? 'text' : 'none';
}

/** The key of the words for what a file is (`dossier.kinds`), for people who do not read media types. */
export function kindOf({
  mediaType,
}: Pick<DossierFile, 'mediaType'>): 'presentation' | 'oldOffice' | 'archive' | 'picture' | 'film' | 'unknown' {
  if (mediaType === `${office}.presentationml.presentation`) return 'presentation';
  if (mediaType === 'application/x-ole-storage') return 'oldOffice';
  if (mediaType === 'application/zip') return 'archive';
  if (mediaType.startsWith('image/')) return 'picture';
  return mediaType.startsWith('video/') ? 'film' : 'unknown';
}

/** Where the main process serves a file of a candidate's dossier. */
export function dossierAddress({ taskId, candidateId, sha256 }: FilePlace): string {
  return `mtx-dossier://task/${taskId}/${candidateId}/${sha256}`;
}
