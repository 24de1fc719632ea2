import { expect, test } from '@playwright/test';
import { shareApp } from './harness.ts';

const app = shareApp();
const uuid = '01890000-0000-7000-8000-000000000000';
const digest = 'a'.repeat(64);

test.describe('navigation', () => {
  for (const [what, address] of [
    ['the network', 'https://example.org/'],
    ['a file', 'file:///etc/passwd'],
    ['a data address', 'data:text/html,x'],
    ['another file of the app', 'app://mtx/assets/x.html'],
    ['a dossier', `mtx-dossier://task/${uuid}/${uuid}/${digest}`],
  ] as const) {
    test(`to ${what} is denied`, async () => {
      const { page } = app();
      const before = page.url();
      await page.evaluate((address) => {
        location.href = address;
      }, address);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      expect(page.url()).toBe(before);
      expect(await page.evaluate(() => typeof window.mtx.call)).toBe('function');
    });
  }

  test('opens no window, whatever the way', async () => {
    const { electron, page } = app();
    expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
    expect(await page.evaluate(() => window.open('about:blank'))).toBeNull();
    await page.evaluate(() => {
      const link = document.createElement('a');
      Object.assign(link, { href: 'app://mtx/index.html', target: '_blank' });
      document.body.append(link);
      link.click();
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(electron.windows()).toHaveLength(1);
  });

  test('saves no download', async () => {
    const { electron, page } = app();
    const downloads = electron.evaluate(
      ({ webContents }) =>
        new Promise((resolve) => {
          const [contents] = webContents.getAllWebContents();
          contents?.session.on('will-download', (event) => setTimeout(() => resolve(event.defaultPrevented), 0));
        }),
    );
    await page.evaluate(() => {
      const link = document.createElement('a');
      Object.assign(link, { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' });
      document.body.append(link);
      link.click();
    });
    expect(await downloads).toBe(true);
  });
});
