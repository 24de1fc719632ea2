import { app, type Session, type WebContents } from 'electron';
import { isAppPage } from './origin.ts';

/** What a page may load: our own schemes, and what it already holds. Everything else never leaves the process. */
const ownAddress = /^(?:app|mtx-dossier|data|blob|devtools):/;

/**
 * Switches for Chromium as a whole; before the app is ready. The app needs no network, so names resolve to nothing and
 * background requests are off, even if some feature of Chromium should not ask the session.
 */
export function lockDownProcess(): void {
  // Root may only run Chromium without its sandbox (tests in containers); asking for it there would stop every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.on('web-contents-created', (_, contents) => lockDownContents(contents));
}

/** Denies a session the network, every permission and every download. */
export function lockDownSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !ownAddress.test(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Keeps a page where it is: no other page, no new window, no webview. */
function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppPage(event.url) || !isAppPage(contents.getURL())) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
