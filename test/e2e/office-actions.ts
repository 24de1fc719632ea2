import { basename } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { answerOpenDialogs, answerSaveDialogs, type RunningApp } from './harness.ts';

// What an official does in the office's windows, by the names that he reads there.

export const passphrase = '渝中评审办 四个词 2026 封存';

/** 新建工作区, from the first screen. */
export async function createWorkspace({ electron, page }: RunningApp, folder: string, name: string): Promise<void> {
  await page.getByRole('button', { name: '新建工作区' }).click();
  await answerOpenDialogs(electron, [folder]);
  await page.getByRole('button', { name: '选择文件夹' }).click();
  await expect(page.getByText(basename(folder), { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: '工作区名称' }).fill(name);
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再次输入口令').fill(passphrase);
  await page.getByRole('checkbox', { name: '我已知悉，并会妥善保管口令' }).check();
  await page.getByRole('button', { name: '新建工作区' }).click();
  await expect(page.getByText('还没有批次')).toBeVisible({ timeout: 30_000 });
}

/** A workspace of the first screen's list. */
export async function openRecentWorkspace(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '总览' })).toBeVisible({ timeout: 30_000 });
}

/** 新建批次 from a template, with a title of its own. */
export async function createRound(page: Page, template: string, title: string): Promise<void> {
  await page.getByRole('button', { name: '新建批次' }).first().click();
  const drawer = page.getByRole('dialog', { name: '新建批次' });
  await drawer.getByRole('radio', { name: template }).check();
  await drawer.getByRole('textbox', { name: '批次名称' }).fill(title);
  await drawer.getByRole('button', { name: '新建批次' }).click();
  await expect(page.getByRole('heading', { name: '批次设置' })).toBeVisible();
}

/** Goes to a stage of the rail. */
export async function goTo(page: Page, stage: string): Promise<void> {
  await page.getByRole('navigation', { name: '工作阶段' }).getByRole('button', { name: stage }).click();
  await expect(page.getByRole('heading', { name: stage, level: 1 })).toBeVisible();
}

/** Imports a spreadsheet on the page that is open; `button` opens the import. @returns the words of the taking button */
export async function importSheet({ electron, page }: RunningApp, button: string, file: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  await answerOpenDialogs(electron, [file]);
  await page.getByRole('button', { name: '选择文件' }).click();
  const take = page.getByRole('button', { name: /^导入 \d+ 行/ });
  const words = await take.innerText();
  await take.click();
  await expect(take).toBeHidden();
  return words;
}

/** Exports a form on the page that is open; the name of the file then stands in the list of what was exported. */
export async function exportForm({ electron, page }: RunningApp, button: string, path: string): Promise<void> {
  await answerSaveDialogs(electron, path);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText(basename(path))).toBeVisible({ timeout: 30_000 });
}

/** Presses a button that asks for a place in the system's dialog, and chooses this one. */
export async function chooseFor(
  electron: ElectronApplication,
  page: Page,
  button: string,
  paths: readonly string[],
): Promise<void> {
  await answerOpenDialogs(electron, paths);
  await page.getByRole('button', { name: button }).click();
}

/** Opens a round of the overview. */
export async function openRound(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click();
  await expect(page.getByRole('navigation', { name: '工作阶段' }).getByRole('button', { name: '排名' })).toBeVisible();
}

/**
 * The text of a grid's cell.
 * @param key what another cell of the row holds, exactly
 * @param column id of the column
 */
export async function readCell(page: Page, grid: string, key: string, column: string): Promise<string> {
  const region = page.getByRole('region', { name: grid });
  const named = region.getByRole('row').filter({ has: page.getByRole('gridcell', { name: key, exact: true }) });
  const row = await named.getAttribute('row-index');
  return region.locator(`[row-index="${row}"] [col-id="${column}"]`).innerText();
}
