/** Where the page of every window comes from. */
export const appOrigin = 'app://mtx';
export const appPage = `${appOrigin}/index.html`;

/** Whether an address is the app's page, at whatever place inside it. */
export function isAppPage(url: string): boolean {
  return url === appPage || url.startsWith(`${appPage}#`);
}

/** The viewer's page. Its host is made anew for every document, so that each is a site, and a process, of its own. */
const viewerPage = /^mtx-viewer:\/\/[0-9a-f]{32}\/index\.html$/;

/** Whether an address is the viewer's page, for whatever document. */
export function isViewerPage(url: string): boolean {
  return viewerPage.test(url);
}
