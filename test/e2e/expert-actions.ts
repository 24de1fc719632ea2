import { expect, type Page } from '@playwright/test';
import type { Rubric } from '#shared/round/rubric.ts';
import { listCriteria, listExpertGates } from '#shared/round/rubric.ts';
import { formatPoints, type Hundredths } from '#shared/base/points.ts';

// What an expert does at the desk.

/** The passphrase of the experts in these tests. */
export const passphrase = '桂花落满石阶 细雨湿衣';

/** Fills the form that a machine shows before it keeps anything of an expert. */
export async function choosePassphraseFirst(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '口令', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: '再次输入口令' }).fill(passphrase);
  await page.getByRole('button', { name: '设置并继续' }).click();
}

/** Chooses a passphrase at the first opening of a task on a machine. */
export async function choosePassphrase(page: Page): Promise<void> {
  await choosePassphraseFirst(page);
  await expect(page.getByRole('textbox', { name: '激活码' })).toBeVisible({ timeout: 30_000 });
}

/** Unlocks the review data of the machine. */
export async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '口令', exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /锁定$/ })).toBeVisible({ timeout: 30_000 });
}

/**
 * Types the activation code of the package that the window asks for, and starts scoring. On a new machine a passphrase
 * is chosen first.
 */
export async function openTask(page: Page, code: string): Promise<void> {
  const first = page.getByRole('button', { name: '设置并继续' });
  await expect(page.getByRole('textbox', { name: '激活码' }).or(first)).toBeVisible({ timeout: 30_000 });
  if (await first.isVisible()) await choosePassphrase(page);
  await page.getByRole('textbox', { name: '激活码' }).fill(code);
  await page.keyboard.press('Enter');
  const briefing = page.getByRole('dialog', { name: '评审须知' });
  await expect(briefing).toBeVisible({ timeout: 30_000 });
  await briefing.getByRole('button', { name: '开始评分' }).click();
  await expect(briefing).toBeHidden();
}

/**
 * Fills one sheet from its first missing field on, by keyboard alone, and goes on to the next candidate.
 * @param choose points of a criterion in hundredths
 * @returns the total typed
 */
export async function scoreByKeyboard(
  page: Page,
  rubric: Rubric,
  choose: (max: Hundredths, step: Hundredths, index: number) => Hundredths,
): Promise<Hundredths> {
  await page.keyboard.press('Control+m');
  let total = 0;
  for (const [index, { max, step }] of listCriteria(rubric).entries()) {
    const points = choose(max, step, index);
    total += points;
    await page.keyboard.type(formatPoints(points));
    await page.keyboard.press('Enter');
  }
  for (const _ of listExpertGates(rubric)) {
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('已填完', { exact: true })).toBeVisible();
  return total;
}

/** Goes to the next candidate, by keyboard. */
export async function goToNextCandidate(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
}

/** 回避 from the candidate on the desk, with a reason. */
export async function recuse(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '回避或弃权…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: '回避' }).check();
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: '确认回避' }).click();
  await expect(dialog).toBeHidden();
}

/** 提交: declaration, signature, and the result package; the save dialog has been answered before. */
export async function submit(page: Page, reason: string | null): Promise<void> {
  await page.keyboard.press('Control+3');
  if (reason !== null) await page.getByRole('textbox', { name: '更正理由' }).fill(reason);
  await page.getByRole('checkbox', { name: '本人已阅知并承诺遵守上述内容' }).check();
  await page.getByRole('button', { name: '签名并导出结果包' }).click();
}
