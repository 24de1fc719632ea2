/** Where the page of every window comes from. */
export const appOrigin = 'app://mtx';
export const appPage = `${appOrigin}/index.html`;

/** Whether an address is the app's page, at whatever place inside it. */
export function isAppPage(url: string): boolean {
  return url === appPage || url.startsWith(`${appPage}#`);
}
