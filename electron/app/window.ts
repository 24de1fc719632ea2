import { app, BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import { appPage } from './origin.ts';
import { placeWindow, smallestSize, type WindowState } from './window-state.ts';

/** The page's ground (renderer/ui/theme/tokens.css), so that nothing flashes before the page has drawn itself. */
const ground = { light: '#f4f5f7', dark: '#0f1113' };

export type WindowOptions = {
  readonly session: Session;
  /** The built preload script. */
  readonly preload: string;
  readonly title: string;
  readonly state: WindowState;
  readonly saveState: (state: WindowState) => void;
};

/** The one kind of window: isolated, sandboxed, without Node, showing the app's page only. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { state } = options;
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeWindow(state, screens),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title: options.title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      session: options.session,
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      zoomFactor: state.zoom,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => options.saveState(readState(window)));
  void window.loadURL(appPage);
  return window;
}

function readState(window: BrowserWindow): WindowState {
  return {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    zoom: window.webContents.isDestroyed() ? 1 : window.webContents.getZoomFactor(),
  };
}
