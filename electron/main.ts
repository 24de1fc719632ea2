import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { app, shell } from 'electron';
import { isDroppable, listFiles } from './app/command-line.ts';
import { watchProcess } from './app/crash.ts';
import { setDesk } from './app/desk.ts';
import { makeDialogs } from './app/dialogs.ts';
import { findDossierOn } from './app/find-dossier.ts';
import { chooseFolders } from './app/folders.ts';
import { grantAll, makeGrants } from './app/grants.ts';
import { answerContract } from './app/handlers.ts';
import type { Host } from './app/host.ts';
import { openChannels } from './app/ipc.ts';
import { openLog } from './app/log.ts';
import { makeMainWindow, type MainWindow } from './app/main-window.ts';
import { makeOpenedCopies } from './app/opened-copies.ts';
import { receiveFiles } from './app/open-files.ts';
import { makePrinter } from './app/print-pdf.ts';
import { makeSavedFiles } from './app/saved-files.ts';
import { registerSchemes } from './app/schemes.ts';
import { lockDownProcess } from './app/security.ts';
import { checkSelf } from './app/self-check.ts';
import { openSettings } from './app/settings.ts';
import { refuseSwitches } from './app/switches.ts';
import { listenToSystem } from './app/system-events.ts';
import { machineEntropy } from './base/machine-entropy.ts';
import { makeAutoLock } from './home/auto-lock.ts';

// The composition root: every part of the app is made here and handed to those that use it.

const args = process.argv.slice(1);
const folders = chooseFolders(args, __dirname);
const filesToOpen = listFiles(args, process.cwd());
lockDownProcess();
registerSchemes();
const settings = openSettings(folders);
// A second start hands its files to the first one and ends.
if (refuseSwitches(settings.preferences.read().language)) {
  if (app.requestSingleInstanceLock({ files: filesToOpen })) run();
  else app.quit();
}

function run(): void {
  const log = openLog(folders.logs);
  const language = () => settings.preferences.read().language;
  const randomId = () => randomBytes(16).toString('hex');
  const minutes = () => settings.protection.read().lockAfter;
  const autoLock = makeAutoLock({ now: machineEntropy.now, minutes });
  const desk = setDesk(folders.home, machineEntropy);
  const grants = makeGrants(randomId);
  const findDossier = findDossierOn(desk);
  const openedCopies = makeOpenedCopies(folders.opened, randomId, (path) => shell.openPath(path));
  const window = makeMainWindow({ folders, settings, findDossier, log, onClosed: () => openFiles.hold() });
  const openFiles = receiveFiles(grants, (files) => window.tell('openFiles', files));
  const host: Host = {
    version: app.getVersion(),
    folders,
    entropy: machineEntropy,
    desk,
    grants,
    savedFiles: makeSavedFiles(randomId, homedir()),
    ...settings,
    dialogs: makeDialogs(window.get, language),
    printPdf: makePrinter(randomId),
    findDossier,
    openedCopies,
    showInFolder: (path) => shell.showItemInFolder(path),
    applyPreferences: window.apply,
    takeWaitingFiles: openFiles.take,
    randomId,
    noteReading: autoLock.touch,
    tell: window.tell,
    log,
  };
  watchProcess({ log, language });
  openFiles.open(filesToOpen);
  listenToSystem({ window, openFiles, desk, openedCopies, autoLock });
  connect(host, window);
  if (args.includes('--self-check')) checkSelf(window.get);
  else void app.whenReady().then(window.show);
}

/** Lets the window's page call. */
function connect(host: Host, { isOurs }: MainWindow): void {
  const grantDropped = (paths: readonly string[]) => grantAll(host.grants, paths.filter(isDroppable));
  openChannels({ isOurs, answer: answerContract(host), grantDropped, log: host.log });
}
