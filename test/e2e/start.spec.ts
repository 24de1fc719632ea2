import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, readNotice, test } from './harness.ts';

/** Chooses an entry of one of the top bar's lists. */
async function choose(page: Page, list: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: list }).click();
  await page.getByRole('radio', { name: entry, exact: true }).check();
  await page.keyboard.press('Enter');
}

test('the first screen shows two doors and a window, after the notice has been read once', async ({ launch }) => {
  const first = await launch();
  const notice = first.page.getByRole('dialog', { name: '使用须知' });
  await expect(notice).toContainText('不得用于存储、处理、传输国家秘密');
  await readNotice(first.page);
  await expect(notice).toBeHidden();
  for (const title of ['我是评审专家', '我在评审办', '先看演示'])
    await expect(first.page.getByRole('heading', { name: title })).toBeVisible();
  await first.electron.close();

  const { page } = await launch();
  await expect(page.getByRole('heading', { name: '我是评审专家' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the language changes in page, title and menu, and stays after a restart', async ({ launch }) => {
  const readMenu = ({ Menu }: typeof Electron.CrossProcessExports): string[] =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [];
  const first = await launch();
  await readNotice(first.page);
  expect(await first.electron.evaluate(readMenu)).toEqual(['文件', '编辑', '显示', '帮助']);
  await choose(first.page, '语言', 'English');
  await expect(first.page.getByRole('heading', { name: '我是评审专家' })).toBeHidden();
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await first.electron.evaluate(readMenu)).toEqual(['File', 'Edit', 'View', 'Help']);
  expect(await first.page.locator('body').innerText()).not.toMatch(/评审|演示/);
  await first.electron.close();

  const second = await launch();
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await second.electron.evaluate(readMenu)).toEqual(['File', 'Edit', 'View', 'Help']);
});

test('theme and text size change at once and stay after a restart', async ({ launch }) => {
  const first = await launch();
  await readNotice(first.page);
  const html = first.page.locator('html');
  await choose(first.page, '主题', '深色');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  expect(await first.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await choose(first.page, '字号', '大字');
  await expect(first.page.locator('body')).toHaveCSS('font-size', '18px');
  await first.electron.close();

  const second = await launch();
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(second.page.locator('body')).toHaveCSS('font-size', '18px');
});

test('the window comes back with its size and place', async ({ launch }) => {
  const bounds = { x: 40, y: 30, width: 1100, height: 720 };
  const first = await launch();
  await first.electron.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    bounds,
  );
  await first.electron.close();
  const { electron } = await launch();
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds);
});

test('unreadable settings do not stop the start', async ({ launch, folder }) => {
  const profile = join(folder, 'profile');
  await mkdir(profile);
  for (const name of ['preferences.json', 'recent.json', 'window.json']) await writeFile(join(profile, name), '{"x":');
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: '我是评审专家' })).toBeVisible();
});

test('a menu item reaches the page', async ({ launch }) => {
  const { electron, page } = await launch();
  await readNotice(page);
  await electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === '新建工作区…')?.click();
  });
  await expect(page.getByRole('heading', { name: '新建工作区' })).toBeVisible();
});

test('a demo opened before opens again from the list, without a passphrase', async ({ launch }) => {
  const { page } = await launch();
  await readNotice(page);
  await page.getByRole('button', { name: '打开演示' }).click();
  await expect(page.getByRole('list', { name: '批次列表' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '关闭工作区' }).click();
  await page.getByRole('button', { name: /^满天星评审办（演示）/ }).click();
  await expect(page.getByRole('list', { name: '批次列表' })).toBeVisible({ timeout: 15_000 });
});
