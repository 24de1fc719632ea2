import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { readTable } from '#electron/tables/read-table.ts';
import { listCriteria, listExpertGates, rubricSchema } from '#shared/round/rubric.ts';
import * as desk from './expert-actions.ts';
import { answerOpenDialogs, answerSaveDialogs, callApp, expect, readNotice, test } from './harness.ts';
import * as office from './office-actions.ts';

// A result package goes out, its receipt comes back: both sides in one installation, one after the other.

const program = fileURLToPath(new URL('../../dist/main/mtx.cjs', import.meta.url));

/** Runs `mtx` on the same workspace, for what is not looked at here. */
function mtx(...words: readonly string[]): unknown {
  const env = { ...process.env, MTX_PASSPHRASE: office.passphrase };
  return JSON.parse(execFileSync(process.execPath, [program, ...words, '--json'], { env, encoding: 'utf8' }));
}

type Issued = { readonly file: string; readonly code: string; readonly round: readonly string[] };

/** A round of one building and one expert, issued into a folder. @returns the task package and its code */
async function issueRound(workspace: string, folder: string, title: string): Promise<Issued> {
  await writeFile(join(folder, 'candidates.csv'), '编号,名称,申报单位\nB01,星澜大厦（示例）,甲公司（示例）\n');
  await writeFile(join(folder, 'experts.csv'), '姓名,单位,职称\n徐春燕,渝拟研究院（示例）,教授\n');
  const made = mtx('round', 'create', '--workspace', workspace, '--template', 'building', '--title', title);
  const round = ['--workspace', workspace, '--round', z.object({ roundId: z.string() }).parse(made).roundId];
  mtx('candidates', 'import', ...round, join(folder, 'candidates.csv'));
  mtx('experts', 'import', ...round, join(folder, 'experts.csv'));
  mtx('assign', ...round, '--per-candidate', '1');
  mtx('issue', ...round, '--out', join(folder, 'issued'));
  const list = await readTable(join(folder, 'issued', 'codes.csv'));
  const cells = list.ok ? (list.value.sheets[0]?.rows[1]?.cells ?? []) : [];
  const [, , code = '', file = ''] = cells.map((cell) => (cell?.kind === 'text' ? cell.text : ''));
  return { file: join(folder, 'issued', file), code, round };
}

const taskSchema = z.object({
  value: z.object({ rubrics: z.array(rubricSchema), candidates: z.array(z.object({ id: z.string() })) }),
});

/** Fills the only sheet, without the window. */
async function scoreAll(page: Page): Promise<void> {
  const tasks = z.object({ value: z.array(z.object({ id: z.string() })) }).parse(await callApp(page, 'listTasks', {}));
  const taskId = tasks.value[0]?.id;
  const { rubrics, candidates } = taskSchema.parse(await callApp(page, 'getTask', { taskId })).value;
  for (const rubric of rubrics.slice(0, 1)) {
    const points = listCriteria(rubric).map(({ id, max }) => ({ what: 'points', criterionId: id, points: max }));
    const gates = listExpertGates(rubric).map(({ id }) => ({ what: 'gate', gateId: id, answer: 'pass' }));
    const candidateId = candidates[0]?.id;
    for (const change of [...points, ...gates]) await callApp(page, 'editSheet', { taskId, candidateId, change });
  }
}

const openTasks = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '返回首页' }).click();
  await page.getByRole('button', { name: '我的评审任务' }).click();
};

test('a submission is shown as delivered once the office’s receipt was opened', async ({ launch, folder }) => {
  test.setTimeout(180_000);
  const app = await launch();
  const { electron, page } = app;
  const title = '回执测试批次';
  const workspace = join(folder, 'workspace');
  for (const name of ['workspace', 'returned', 'receipts']) await mkdir(join(folder, name));
  await readNotice(page);
  await office.createWorkspace(app, workspace, '市评审办测试工作区');
  const { file, code, round } = await issueRound(workspace, folder, title);

  await page.getByRole('button', { name: '返回首页' }).click();
  await answerOpenDialogs(electron, [file]);
  await page.getByRole('button', { name: '打开任务包' }).click();
  await desk.choosePassphrase(page);
  await desk.openTask(page, code);
  await scoreAll(page);
  await openTasks(page);
  await page.getByRole('button', { name: '继续评分' }).click();
  await answerOpenDialogs(electron, [join(folder, 'returned')]);
  await desk.submit(page, null);
  await expect(page.getByRole('heading', { name: /第 1 次/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('未收到回执')).toBeVisible();

  await page.getByRole('button', { name: '返回首页' }).click();
  await page.getByRole('button', { name: /^回到/ }).click();
  await office.openRound(page, title);
  await office.goTo(page, '收包');
  await office.chooseFor(electron, page, '选择文件夹', [join(folder, 'returned')]);
  await expect(page.getByRole('gridcell', { name: '已接收' })).toBeVisible({ timeout: 30_000 });
  await office.chooseFor(electron, page, '签发回执…', [join(folder, 'receipts')]);
  await expect(page.getByText(/已签发回执 1 份/)).toBeVisible({ timeout: 30_000 });
  await answerSaveDialogs(electron, join(folder, '核验单.pdf'));
  await page.getByRole('button', { name: '打印核验单…' }).click();
  await expect(page.getByText(/核验单已保存/)).toBeVisible({ timeout: 30_000 });
  expect((await readFile(join(folder, '核验单.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');

  await office.goTo(page, '审计日志');
  await expect(page.getByRole('gridcell', { name: /签发回执给 徐春燕：接收/ })).toBeVisible();
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await expect(page.getByText(/核验通过：\d+ 条完整，未被改动。/)).toBeVisible();

  const [receipt = ''] = await readdir(join(folder, 'receipts'));
  await openTasks(page);
  await answerOpenDialogs(electron, [join(folder, 'receipts', receipt)]);
  await page.getByRole('button', { name: '打开回执…' }).click();
  await expect(page.getByRole('heading', { name: '第 1 次提交已送达' })).toBeVisible();
  await page.getByRole('button', { name: '返回任务列表' }).click();
  await expect(page.getByText(/第 1 次提交于/)).toContainText('已送达');

  await test.step('a revoked key is told of by the task issued again, and a new one takes its place', async () => {
    mtx('expert', 'revoke', ...round, '--expert', '徐春燕', '--reason', '电脑遗失');
    const again = mtx('issue', ...round, '--expert', '徐春燕', '--out', join(folder, 'again'));
    const [task] = z.object({ tasks: z.array(z.object({ file: z.string(), code: z.string() })) }).parse(again).tasks;
    await answerOpenDialogs(electron, [join(folder, 'again', task?.file ?? '')]);
    await page.getByRole('button', { name: '打开任务包' }).click();
    await page.getByRole('textbox', { name: '激活码' }).fill(task?.code ?? '');
    await page.keyboard.press('Enter');
    const briefing = page.getByRole('dialog', { name: '评审须知' });
    await expect(briefing).toContainText('评审办已撤销您此前的密钥', { timeout: 30_000 });
    await expect(briefing).toContainText('1 份评分表已带入本任务');
    await briefing.getByRole('button', { name: '开始评分' }).click();
    await answerOpenDialogs(electron, [join(folder, 'returned')]);
    await desk.submit(page, '任务重新下发');
    await expect(page.getByRole('heading', { name: /第 2 次/ })).toBeVisible({ timeout: 30_000 });
    const imported = mtx('import', '--workspace', workspace, join(folder, 'returned'));
    const verdicts = z.array(z.object({ seq: z.number(), verdict: z.string() })).parse(imported);
    expect(verdicts.map(({ seq, verdict }) => `${seq} ${verdict}`).toSorted()).toEqual(['1 duplicate', '2 accepted']);
  });
});
