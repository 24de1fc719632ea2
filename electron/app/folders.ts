import { join } from 'node:path';
import { app } from 'electron';
import { findOption } from './command-line.ts';

/** Where an installation keeps and finds things. */
export type Folders = {
  /** The expert's tasks and sheets. */
  readonly home: string;
  /** Demo rounds, a folder for each kind. */
  readonly demo: string;
  /** What comes with the installation: sample spreadsheets and dossiers. */
  readonly resources: string;
  readonly logs: string;
  /** The built page and the preload script. */
  readonly renderer: string;
  /** The built page that shows dossiers, apart from the others. */
  readonly viewer: string;
  readonly preload: string;
  /** The script of electron/agreement/worker.ts. */
  readonly analysisWorker: string;
  /** Script of the thread that makes forms. */
  readonly formsWorker: string;
  /** Copies of dossiers that other programs open; emptied at the start and at the end. */
  readonly opened: string;
  readonly setting: (name: string) => string;
};

/**
 * Settles the folders, before the app is ready. Chromium's own files get a folder of their own.
 * @param args `--user-data-dir=DIR`; `--home=DIR` for tests only, a packaged app ignores it
 * @param built folder of the built main script
 */
export function chooseFolders(args: readonly string[], built: string): Folders {
  const userData = findOption(args, 'user-data-dir') ?? app.getPath('userData');
  const logs = join(userData, 'logs');
  app.setPath('userData', userData);
  app.setPath('sessionData', join(userData, 'chromium'));
  app.setAppLogsPath(logs);
  const otherHome = app.isPackaged ? undefined : findOption(args, 'home');
  return {
    home: otherHome ?? join(userData, 'home'),
    demo: join(userData, 'demo'),
    resources: join(built, '..', '..', 'resources'),
    logs,
    renderer: join(built, '..', 'renderer'),
    viewer: join(built, '..', 'viewer'),
    preload: join(built, 'preload.cjs'),
    analysisWorker: join(built, 'analysis-worker.cjs'),
    formsWorker: join(built, 'forms-worker.cjs'),
    opened: join(userData, 'opened'),
    setting: (name) => join(userData, name),
  };
}
