import type { Entropy } from '#shared/base/ids.ts';
import type { Grant, Preferences } from '#shared/ipc/app-calls.ts';
import type { Log } from './calls.ts';
import type { Desk } from './desk.ts';
import type { Dialogs } from './dialogs.ts';
import type { FindDossier } from './dossier-files.ts';
import type { Tell } from './events.ts';
import type { Folders } from './folders.ts';
import type { Grants } from './grants.ts';
import type { JsonFile } from './json-file.ts';
import type { OpenedCopies } from './opened-copies.ts';
import type { PrintPdf } from './print-pdf.ts';
import type { Recents } from './recents.ts';
import type { SavedFiles } from './saved-files.ts';
import type { Protection } from './settings.ts';

/** What the running app gives to the handlers of calls. Built once, by main.ts. */
export type Host = {
  readonly version: string;
  readonly folders: Pick<Folders, 'demo' | 'resources' | 'analysisWorker' | 'formsWorker'>;
  readonly entropy: Entropy;
  readonly desk: Desk;
  readonly grants: Grants;
  readonly savedFiles: SavedFiles;
  readonly preferences: JsonFile<Preferences>;
  readonly protection: JsonFile<Protection>;
  readonly recents: Recents;
  readonly dialogs: Dialogs;
  readonly printPdf: PrintPdf;
  readonly findDossier: FindDossier;
  readonly openedCopies: OpenedCopies;
  readonly showInFolder: (path: string) => void;
  /** Theme and menu follow the preferences. */
  readonly applyPreferences: (preferences: Preferences) => void;
  /** Hands over the files that waited for the window; each only once. */
  readonly takeWaitingFiles: () => readonly Grant[];
  readonly randomId: () => string;
  /** A person reads in the viewer's frame, whose input the window does not see: the work is not left alone. */
  readonly noteReading: () => void;
  readonly tell: Tell;
  readonly log: Log;
};
