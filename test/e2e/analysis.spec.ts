import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSaveDialogs, callApp, expect, test } from './harness.ts';

test('the analysis says in words how firm the list is, draws it without breaking the policy, and saves pictures', async ({
  launch,
  folder,
  placeDemo,
}) => {
  await placeDemo();
  test.setTimeout(120_000);
  const { electron, page } = await launch();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await callApp(page, 'savePreferences', { language: 'zh-CN', theme: 'light', textSize: 14, noticeRead: true });
  await page.reload();
  await page.getByRole('button', { name: '打开演示' }).first().click();
  await page
    .getByRole('list', { name: '批次' })
    .getByRole('heading')
    .getByRole('button')
    .first()
    .click({ timeout: 60_000 });
  await page.getByRole('button', { name: '分析', exact: true }).click();

  await expect(page.getByText(/专家组平均分.*ICC\(2,k\)/)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.getByRole('button', { name: '看数据表' }).click();
  await expect(page.getByRole('table', { name: '专家 × 评审对象总分' })).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(0);

  await page.getByRole('tab', { name: '异常评分' }).click();
  await page.getByRole('button', { name: '查看各份评分表' }).first().click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: '各份评分表对照' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: '稳健性' }).click();
  await expect(page.getByText(/去掉任一位专家/).first()).toBeVisible({ timeout: 30_000 });
  const png = join(folder, '名次区间.png');
  await answerSaveDialogs(electron, png);
  await page.getByRole('button', { name: '存为 PNG' }).click();
  await expect(page.getByText('图片已保存：名次区间.png')).toBeVisible();
  expect((await readFile(png)).subarray(1, 4).toString()).toBe('PNG');
  const svg = join(folder, '名次区间.svg');
  await answerSaveDialogs(electron, svg);
  await page.getByRole('button', { name: '存为 SVG' }).click();
  await expect(page.getByText('图片已保存：名次区间.svg')).toBeVisible();
  expect(await readFile(svg, 'utf8')).toMatch(/^<svg[\s\S]*入选线[\s\S]*<\/svg>$/);
  const wellFormed = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
    await readFile(svg, 'utf8'),
  );
  expect(wellFormed).toBe(true);
  await page.getByRole('button', { name: '审计日志', exact: true }).click();
  await expect(page.getByText('保存分析图：名次区间（svg）').first()).toBeVisible();
  expect(complaints).toEqual([]);
});
