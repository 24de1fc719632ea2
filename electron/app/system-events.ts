import { app } from 'electron';
import { z } from 'zod';
import type { AutoLock } from '../home/auto-lock.ts';
import { listFiles } from './command-line.ts';
import type { Desk } from './desk.ts';
import type { MainWindow } from './main-window.ts';
import type { OpenFiles } from './open-files.ts';
import type { OpenedCopies } from './opened-copies.ts';
import { watchLock } from './watch-lock.ts';

/** What a second start of the app hands over. */
const handOverSchema = z.object({ files: z.array(z.string()) });

/** Follows what the system asks of the app: files to open, a second start, the end. */
export function listenToSystem(ports: {
  readonly window: MainWindow;
  readonly openFiles: OpenFiles;
  readonly desk: Desk;
  readonly openedCopies: OpenedCopies;
  readonly autoLock: AutoLock;
}): void {
  const { window, openFiles, desk, openedCopies } = ports;
  watchLock({ ...ports, tell: window.tell });
  // macOS: a double click in the Finder, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFiles.open([path]);
    if (app.isReady()) window.show();
  });
  app.on('second-instance', (_event, args, folder, handedOver) => {
    const parsed = handOverSchema.safeParse(handedOver);
    // What is handed over does not arrive on every Electron; the command line does.
    openFiles.open(parsed.success ? parsed.data.files : listFiles(args.slice(1), folder));
    window.show();
  });
  app.on('activate', window.show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', desk.clear);
  app.on('will-quit', openedCopies.removeAll);
}
