import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpenDialogs, answerSaveDialogs, callApp, expect, readNotice, test } from './harness.ts';
import * as office from './office-actions.ts';

const textOf = (path: string): string =>
  execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');

async function openDemo(page: Page): Promise<void> {
  await readNotice(page);
  await page.getByRole('button', { name: '打开演示' }).first().click();
  const rounds = page.getByRole('list', { name: '批次列表' });
  await rounds.getByRole('heading').getByRole('button').first().click({ timeout: 120_000 });
  await office.goTo(page, '导出');
}

test('facts, a template of the office’s own, one form and all of them leave the window as files', async ({
  launch,
  folder,
  placeDemo,
}) => {
  await placeDemo();
  test.setTimeout(240_000);
  const app = await launch();
  const { electron, page } = app;
  await openDemo(page);

  await test.step('the facts are asked, and the period is worked out', async () => {
    await page.getByRole('button', { name: '公示信息…' }).first().click();
    const drawer = page.getByRole('dialog', { name: '公示信息' });
    await drawer.getByRole('textbox', { name: '文号' }).fill('渝经信公示[2026]12号');
    await drawer.getByRole('textbox', { name: '公示开始日期' }).fill('2026-11-23');
    await page.keyboard.press('Enter');
    await expect(drawer.getByText('公示期：2026年11月23日至2026年11月27日（5 个工作日）')).toBeVisible();
    await drawer.getByRole('textbox', { name: '公示结束日期' }).fill('2027-01-05');
    await page.keyboard.press('Enter');
    await expect(drawer.getByText('没有 2027 年的放假安排')).toBeVisible();
    await drawer.getByRole('textbox', { name: '全年放假安排' }).fill('2027-01-01至2027-01-03');
    await expect(drawer.getByText('公示期：2026年11月23日至2027年1月5日（31 个工作日）')).toBeVisible();
    await expect(drawer.getByText('没有 2027 年的放假安排')).toBeHidden();
    await drawer.getByRole('button', { name: '保存公示信息' }).click();
    await expect(drawer).toBeHidden();
  });

  await test.step('a template is refused with a reason, another one is used', async () => {
    await page.getByRole('button', { name: '模板… 承诺书' }).click();
    const drawer = page.getByRole('dialog', { name: '承诺书的模板' });
    const own = join(folder, '承诺书模板.docx');
    await answerSaveDialogs(electron, own);
    await drawer.getByRole('button', { name: '另存内置模板…' }).click();
    await expect.poll(() => readdirSync(folder)).toContain('承诺书模板.docx');
    const bad = join(folder, '不是文档.docx');
    writeFileSync(bad, '不是文档');
    await answerOpenDialogs(electron, [bad]);
    await drawer.getByRole('button', { name: '选择 Word 文档…' }).click();
    await expect(drawer.getByRole('alert')).toContainText('“不是文档.docx”不是可用的 Word 文档');
    await answerOpenDialogs(electron, [own]);
    await drawer.getByRole('button', { name: '选择 Word 文档…' }).click();
    await expect(drawer.getByText('本单位模板：承诺书模板.docx')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a form is saved', async () => {
    const notice = join(folder, '公示稿.docx');
    await office.exportForm(app, '导出 Word 文档 公示稿', notice);
    expect(readFileSync(notice).subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('everything comes out at once, under numbers instead of names', async () => {
    const out = join(folder, 'out');
    mkdirSync(out);
    await answerOpenDialogs(electron, [out]);
    await page.getByRole('checkbox', { name: /专家用代号/ }).check();
    await page.getByRole('button', { name: '全部导出…' }).click();
    await expect(page.getByText(/已导出 \d+ 个文件/)).toBeVisible({ timeout: 120_000 });
    const [name = ''] = readdirSync(out);
    const files = readdirSync(join(out, name));
    expect(files).toContain('目录.xlsx');
    const papers = files
      .filter((file) => file.endsWith('.pdf'))
      .map((file) => [file, textOf(join(out, name, file))] as const);
    const found = (part: string): string => papers.find(([file]) => file.includes(part))?.[1] ?? '';
    expect(found('评分汇总表')).toContain('专家组组长');
    expect(found('评分汇总表')).toContain('专家3');
    expect(found('排序名单')).toContain('入选线');
    expect(found('回避登记表')).toContain('专家申报');
    expect(found('承诺书')).toContain('郑重承诺');
    expect(found('核验单')).toContain('结果包核验单');
    const [sheets = ''] = readdirSync(join(out, name, '个人评分表')).filter((file) => file.endsWith('.pdf'));
    expect(sheets).toContain('专家1');
    expect(textOf(join(out, name, '个人评分表', sheets))).toContain('结果包指纹');
  });
  await callApp(page, 'closeWorkspace', {});
});
