import { nativeTheme, session, type BrowserWindow, type Session, type WebContents } from 'electron';
import type { Preferences } from '#shared/ipc/app-calls.ts';
import type { MenuCommand } from '#shared/ipc/contract.ts';
import { serveAppFile, serveViewerFile } from './app-files.ts';
import type { Log } from './calls.ts';
import { channels } from './channels.ts';
import { watchPage } from './crash.ts';
import { serveDossierFile, type FindDossier } from './dossier-files.ts';
import type { Tell } from './events.ts';
import type { Folders } from './folders.ts';
import { setMenu } from './menu.ts';
import type { Settings } from './settings.ts';
import { createWindow } from './window.ts';
import { say } from './words.ts';

/** The window of the app, which may be closed and opened again (macOS). */
export type MainWindow = {
  /** Opens the window, or brings it to the front. Only once the app is ready. */
  readonly show: () => void;
  /** The open window; opens it when there is none. */
  readonly get: () => BrowserWindow;
  readonly tell: Tell;
  readonly isOurs: (contents: WebContents) => boolean;
  /** Lets theme, menu and title follow the preferences. */
  readonly apply: (preferences: Preferences) => void;
};

export type MainWindowPorts = {
  readonly folders: Folders;
  readonly settings: Settings;
  readonly findDossier: FindDossier;
  readonly onClosed: () => void;
  readonly log: Log;
};

/** Readies the window; nothing is opened yet. */
export function makeMainWindow(ports: MainWindowPorts): MainWindow {
  const { folders, settings } = ports;
  let window: BrowserWindow | null = null;
  let pageSession: Session | null = null;

  const open = (): BrowserWindow => {
    pageSession ??= openSession(ports);
    apply(settings.preferences.read());
    const opened = openWindow(ports, pageSession);
    opened.once('closed', () => {
      window = null;
      ports.onClosed();
    });
    window = opened;
    return opened;
  };
  const get = () => window ?? open();
  const tell: Tell = (event, data) => window?.webContents.send(channels.event, event, data);
  const apply = (preferences: Preferences): void => {
    showTheme(preferences);
    const command = (name: MenuCommand): void => tell('menu', { command: name });
    setMenu({ language: preferences.language, command, logFolder: folders.logs });
  };
  return {
    show: () => {
      const shown = get();
      if (shown.isMinimized()) shown.restore();
      if (shown.isVisible()) shown.focus();
    },
    get,
    tell,
    isOurs: (contents) => contents === window?.webContents,
    apply,
  };
}

/** A new window where the last one was, watched for crashes. */
function openWindow({ folders, settings, log }: MainWindowPorts, pageSession: Session): BrowserWindow {
  const language = () => settings.preferences.read().language;
  const window = createWindow({
    session: pageSession,
    preload: folders.preload,
    title: say('product', language()),
    state: settings.windowState.read(),
    saveState: (state) => void settings.windowState.write(state),
  });
  watchPage(window, { log, language });
  return window;
}

/** Lets the system's parts of the window follow; high contrast comes on the system's light or dark ground. */
function showTheme({ theme }: Preferences): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
}

/**
 * The session of the app's pages. It lives in memory: of what a page shows, Chromium keeps nothing on disk.
 */
function openSession({ folders, findDossier }: MainWindowPorts): Session {
  const pageSession = session.fromPartition('pages');
  pageSession.protocol.handle('app', ({ url }) => serveAppFile(folders.renderer, url));
  pageSession.protocol.handle('mtx-viewer', ({ url }) => serveViewerFile(folders.viewer, url));
  pageSession.protocol.handle('mtx-dossier', (request) => serveDossierFile(request, findDossier));
  return pageSession;
}
