import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { readTable } from '#electron/tables/read-table.ts';
import { formatPoints } from '#shared/base/points.ts';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';
import { roundSchema } from '#shared/round/round.ts';
import * as desk from './expert-actions.ts';
import { answerOpenDialogs, callApp, expect, killApp, readNotice, test } from './harness.ts';
import type { LaunchOptions, RunningApp } from './harness.ts';
import * as office from './office-actions.ts';

// The whole line by hand: an office and two experts, each with an installation of their own.

const samples = fileURLToPath(new URL('../../resources/demo/', import.meta.url));
const officeName = '市评审办测试工作区';
const roundTitle = '示范楼宇第二批（测试）';
/** As an office saves it from Excel: CSV in GB 18030. */
const expertList = iconv.encode(
  [
    '姓名,单位,职称,领域,手机,回避单位,组长',
    '徐春燕,岷数数字经济研究中心（示例）,正高级工程师,产业规划,,,是',
    '范勇,渝拟人工智能学会（示例）,高级经济师,园区运营,,,',
    '',
  ].join('\r\n'),
  'gb18030',
);
/** The rows of messy-buildings.xlsx that have no fault, in their order. The second expert recuses from the last one. */
const codes = ['B01', 'B03', 'B05', 'B06', 'B08', 'B09', 'B11', 'B12'];
const last = codes.length - 1;

type Start = (options: LaunchOptions) => Promise<RunningApp>;
type Task = { readonly name: string; readonly code: string; readonly file: string };

/** What the test types for an item; no two candidates share a mean. */
function choosePoints(expert: number, candidate: number): (max: number, step: number, item: number) => number {
  return (max, step, item) => max - step * ((item === 0 ? candidate : item % 2) + (item === 1 ? expert : 0));
}

/** The mean of both experts' totals, in points with two decimals: from what was typed, by the test's own arithmetic. */
function expectedScore(rubric: Rubric, candidate: number): string {
  const totals = [0, 1].map((expert) =>
    listCriteria(rubric).reduce(
      (sum, { max, step }, item) => sum + choosePoints(expert, candidate)(max, step, item),
      0,
    ),
  );
  return (totals.reduce((sum, total) => sum + total, 0) / totals.length / 100).toFixed(2);
}

async function setUp(app: RunningApp, folder: string): Promise<void> {
  const { electron, page } = app;
  await office.createWorkspace(app, join(folder, 'workspace'), officeName);
  await office.createRound(page, '示范楼宇', roundTitle);
  await page.getByRole('tab', { name: '汇总规则' }).click();
  await page.getByRole('spinbutton', { name: '出分所需的最少份数' }).fill('2');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByText('批次设置已保存。')).toBeVisible();

  await office.goTo(page, '评审对象');
  const messy = await office.importSheet(app, '导入名单', join(samples, 'messy-buildings.xlsx'));
  expect(messy).toBe(`导入 ${codes.length} 行，暂存 4 行`);
  await page.getByRole('button', { name: '挂接材料' }).click();
  await office.chooseFor(electron, page, '选择材料文件夹', [join(samples, 'dossiers', 'building')]);
  await expect(page.getByText(/份材料已挂到 \d+ 个评审对象。/)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');

  await office.goTo(page, '专家与分配');
  expect(await office.importSheet(app, '导入专家', join(folder, 'experts.csv'))).toBe('导入 2 行');
  await page.getByRole('button', { name: '开始分配' }).click();
  await expect(page.getByText(`分配完成，共 ${codes.length * 2} 份评审任务。`)).toBeVisible();
}

/** Issues the task packages and reads the list of codes that lies beside them. */
async function issue({ electron, page }: RunningApp, folder: string): Promise<Task[]> {
  await office.goTo(page, '下发');
  await office.chooseFor(electron, page, '选择文件夹并下发', [folder]);
  await expect(page.getByText('已生成 2 个任务包。')).toBeVisible({ timeout: 30_000 });
  const list = await readTable(join(folder, 'codes.csv'));
  if (!list.ok) throw new Error(list.error.code);
  const rows = list.value.sheets[0]?.rows.slice(1) ?? [];
  return rows.map(({ cells }) => {
    const [, name = '', code = '', file = ''] = cells.map((cell) => (cell?.kind === 'text' ? cell.text : ''));
    return { name, code, file };
  });
}

/** The rubric of the only round, as the office's application tells it. */
async function readRubric({ page }: RunningApp): Promise<Rubric> {
  const rounds = z
    .object({ value: z.array(z.object({ id: z.string() })) })
    .parse(await callApp(page, 'listRounds', {}));
  const answer = await callApp(page, 'getRound', { roundId: rounds.value[0]?.id });
  const [rubric] = z.object({ value: z.object({ round: roundSchema }) }).parse(answer).value.round.design.rubrics;
  if (rubric === undefined) throw new Error('The round has no rubric.');
  return rubric;
}

/** Scores every candidate by keyboard; in the middle the power fails. */
async function score(
  start: Start,
  options: LaunchOptions,
  task: Task,
  expert: number,
  rubric: Rubric,
): Promise<RunningApp> {
  let app = await start(options);
  await readNotice(app.page);
  await desk.openTask(app.page, task.code);
  for (const [candidate, code] of codes.entries()) {
    await expect(app.page.getByRole('heading', { level: 2 })).toContainText(code);
    if (expert === 1 && candidate === last) {
      await desk.recuse(app.page, '近三年内曾任该单位顾问');
      break;
    }
    const total = await desk.scoreByKeyboard(app.page, rubric, choosePoints(expert, candidate));
    await expect(app.page.locator('footer')).toContainText((total / 100).toFixed(1));
    if (candidate === 3) app = await crash(app, start, options, candidate + 1);
    await desk.goToNextCandidate(app.page);
  }
  await expect(app.page.getByText(/^已保存/)).toBeVisible();
  return app;
}

/** Kills the application right after it said 已保存, and finds everything again. */
async function crash(app: RunningApp, start: Start, options: LaunchOptions, finished: number): Promise<RunningApp> {
  await expect(app.page.getByText(/^已保存/)).toBeVisible();
  await killApp(app.electron);
  const { files: _, ...again } = options;
  const restarted = await start(again);
  await restarted.page.getByRole('button', { name: '我的评审任务' }).click();
  await desk.unlock(restarted.page);
  await expect(restarted.page.getByRole('progressbar', { name: `已完成 ${finished} / ${codes.length}` })).toBeVisible();
  await restarted.page.getByRole('button', { name: '继续评分' }).click();
  await restarted.page.getByRole('button', { name: new RegExp(`^${codes[finished - 1]} `) }).click();
  return restarted;
}

/** Takes a folder of result packages in; `verdicts` in the order of the list. */
async function takeIn({ electron, page }: RunningApp, folder: string, verdict: string): Promise<void> {
  await office.goTo(page, '收包');
  await office.chooseFor(electron, page, '选择文件夹', [folder]);
  await expect(page.getByText(verdict).first()).toBeVisible({ timeout: 30_000 });
}

async function checkBoard(
  page: RunningApp['page'],
  rubric: Rubric,
  changed: Record<string, string> = {},
): Promise<void> {
  await office.goTo(page, '排名');
  for (const [candidate, code] of codes.entries()) {
    const score = candidate === last ? '—' : (changed[code] ?? expectedScore(rubric, candidate));
    expect(await office.readCell(page, '排名表', code, 'score'), code).toBe(score);
    expect(await office.readCell(page, '排名表', code, 'rank'), code).toBe(
      candidate === last ? '—' : String(candidate + 1),
    );
  }
  const stable = page.getByRole('region', { name: '排名表' }).locator('[col-id="stability"]');
  await expect(stable.filter({ hasText: /^\d+ %$/ }).first()).toBeVisible();
}

/** The first expert lowers the first item of the first candidate by one step. @returns the score that follows */
async function correctFirst({ electron, page }: RunningApp, rubric: Rubric, folder: string): Promise<string> {
  await page.getByRole('button', { name: '返回打分' }).click();
  await page.getByRole('button', { name: /^B01 / }).click();
  const [first] = listCriteria(rubric);
  if (first === undefined) throw new Error('The rubric has no item.');
  await page.getByRole('textbox', { name: first.name }).fill(formatPoints(first.max - first.step));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await answerOpenDialogs(electron, [folder]);
  await desk.submit(page, '首项分值录入有误');
  await expect(page.getByRole('heading', { name: '第 2 次提交的结果包已导出' })).toBeVisible();
  return (Number(expectedScore(rubric, 0)) - first.step / 200).toFixed(2);
}

const formatEndings = { 'Excel 表格': 'xlsx', 'CSV 文件': 'csv', 'PDF 文件': 'pdf' } as const;

/** The text of an exported file, read by a program that did not write it where one is at hand. */
async function readExported(file: string): Promise<string> {
  if (file.endsWith('.pdf')) return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  if (file.endsWith('.csv')) return readFile(file, 'utf8');
  const sheets = execFileSync('unzip', ['-p', file, 'xl/sharedStrings.xml', 'xl/worksheets/*.xml'], {
    encoding: 'utf8',
  });
  return sheets.replaceAll(/<[^>]+>/g, ' ');
}

test('from a spreadsheet to the ranked list, with crashes and a correction', async ({ launch, folder }) => {
  test.setTimeout(300_000);
  const at = (...names: string[]): string => join(folder, ...names);
  for (const name of ['workspace', 'issued', 'returned', 'corrected']) await mkdir(at(name));
  await writeFile(at('experts.csv'), expertList);

  let app = await launch({ userData: at('office') });
  await readNotice(app.page);
  await test.step('the office sets a round up', () => setUp(app, folder));
  const rubric = await readRubric(app);
  const tasks = await test.step('the office issues task packages', () => issue(app, at('issued')));
  expect(tasks.map(({ name }) => name)).toEqual(['徐春燕', '范勇']);

  const desks: RunningApp[] = [];
  for (const [expert, task] of tasks.entries())
    await test.step(`${task.name} scores, loses power, goes on, submits`, async () => {
      const options = { userData: at(`expert-${expert}`), files: [at('issued', task.file)] };
      const scored = await score(launch, options, task, expert, rubric);
      await answerOpenDialogs(scored.electron, [at('returned')]);
      await desk.submit(scored.page, null);
      await expect(scored.page.getByRole('heading', { name: '第 1 次提交的结果包已导出' })).toBeVisible();
      desks.push(scored);
    });
  expect(await readdir(at('returned'))).toHaveLength(2);

  await test.step('the office takes the results in, twice, and ranks', async () => {
    await takeIn(app, at('returned'), '接收 2');
    await takeIn(app, at('returned'), '重复 2');
    await office.goTo(app.page, '进度');
    await expect(app.page.getByText('所有专家都已交回。')).toBeVisible();
    await checkBoard(app.page, rubric);
  });

  await test.step('the office’s machine loses power; the ranking is the same', async () => {
    await killApp(app.electron);
    app = await launch({ userData: at('office') });
    await office.openRecentWorkspace(app.page, officeName);
    await office.openRound(app.page, roundTitle);
    await checkBoard(app.page, rubric);
  });

  const corrected = await test.step('an expert corrects a score; his second package supersedes the first', async () => {
    const [expert] = desks;
    if (expert === undefined) throw new Error('No desk is open.');
    const score = await correctFirst(expert, rubric, at('corrected'));
    await takeIn(app, at('corrected'), '更正接收 1');
    await checkBoard(app.page, rubric, { B01: score });
    return score;
  });

  await test.step('a row of the board leads to its sheets', async () => {
    await app.page.getByRole('gridcell', { name: 'B01', exact: true }).click();
    const drawer = app.page.getByRole('dialog', { name: /^B01/ });
    await expect(drawer).toContainText('有效评分表 2 份');
    for (const { name } of tasks) await expect(drawer.getByText(name).first()).toBeVisible();
    await app.page.keyboard.press('Escape');
  });

  await test.step('the lists are exported', async () => {
    await office.goTo(app.page, '导出');
    for (const format of ['Excel 表格', 'CSV 文件', 'PDF 文件'] as const) {
      const file = at(`排序名单.${formatEndings[format]}`);
      await office.exportForm(app, `导出 ${format} 排序名单`, file);
      const text = await readExported(file);
      expect(text).toContain('澜星智能产业园（示例）');
      // A workbook holds the number, without the zeros of its format.
      expect(text).toContain(String(Number(corrected)));
    }
    const summary = at('评分汇总表.xlsx');
    await office.exportForm(app, '导出 Excel 表格 评分汇总表', summary);
    const text = await readExported(summary);
    for (const { name } of tasks) expect(text).toContain(name);
  });
});
