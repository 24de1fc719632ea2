import { app, session, type Session, type WebContents, type WebFrameMain } from 'electron';
import { appOrigin, isAppPage, isViewerPage } from './origin.ts';

/** What a page may load: our own schemes, and what it already holds. Everything else never leaves the process. */
const ownAddress = /^(?:app|mtx-dossier|mtx-viewer|data|blob|devtools):/;
/** What the viewer's frame may load: its own files, and what it already holds. */
const viewerAddress = /^(?:mtx-viewer|blob):/;

/**
 * Switches for Chromium as a whole; before the app is ready. The app needs no network, so names resolve to nothing and
 * background requests are off, even if some feature of Chromium should not ask the session.
 */
export function lockDownProcess(): void {
  // Root may only run Chromium without its sandbox (tests in containers); asking for it there would stop every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // No look for a proxy's settings in the network (WPAD).
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // No names are asked of a resolver of Chromium's own, nor over HTTPS.
  void app.whenReady().then(() => app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' }));
  app.on('session-created', lockDownSession);
  // Chromium has one more session, of its own, which no window uses. Asked for at once, it is locked down like the others.
  app.once('ready', () => void session.defaultSession);
  app.on('web-contents-created', (_, contents) => lockDownContents(contents));
}

/** Denies a session the network, every permission and every download. */
function lockDownSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url, frame }, decide) => decide({ cancel: !mayLoad(url, frame) }));
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  stopSpellChecker(session);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Chromium's spelling checker fetches a dictionary from the network as soon as a session exists, also where spelling is
 * never checked: it gets no language to fetch one for, and no place in the network to fetch it from.
 */
function stopSpellChecker(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://none/');
  session.setSpellCheckerLanguages([]);
}

/** Whose frame asks is told by the browser's own record of frames, which a broken page cannot forge. */
function mayLoad(url: string, frame: WebFrameMain | null | undefined): boolean {
  const inViewer = frame !== null && frame !== undefined && frame.parent !== null;
  return (inViewer ? viewerAddress : ownAddress).test(url);
}

/** Keeps a page where it is: no other page, no new window, no webview, and no frame but the viewer's. */
function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppPage(event.url) || !isAppPage(contents.getURL())) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !opensViewer(event.url, event.frame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** The app's page puts an empty frame into itself and the viewer into that; from there it goes nowhere. */
function opensViewer(url: string, frame: WebFrameMain | null): boolean {
  return isViewerPage(url) && frame !== null && frame.parent?.origin === appOrigin && !isViewerPage(frame.url);
}
