import { protocol } from 'electron';

/**
 * Tells Chromium about our schemes; must run before the app is ready. All are secure and have origins like https,
 * so that `'self'`, workers and fetch work.
 */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'mtx-viewer', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
    {
      scheme: 'mtx-dossier',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}
