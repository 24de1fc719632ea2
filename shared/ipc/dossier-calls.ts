import { z } from 'zod';
import { idSchema, sha256Schema } from '../base/ids.ts';
import type { DocumentPreview } from '../candidates/document-preview.ts';
import { call } from './call.ts';

const fileInput = z.strictObject({ taskId: idSchema, candidateId: idSchema, sha256: sha256Schema });

export const dossierCalls = {
  /** The text of a Word or Excel document. */
  previewDossier: call<DocumentPreview>()(fileInput),
  /**
   * Warns, then lets another program open a copy of a file, which is removed when the app ends; null when the person
   * decided against it.
   */
  openDossierOutside: call<{ readonly name: string } | null>()(fileInput),
  /** Says that a person reads a dossier, so that the work does not lock meanwhile. */
  noteReading: call<null>()(z.strictObject({})),
};
