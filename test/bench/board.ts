import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { listSearchTexts } from '#electron/candidates/list-search-texts.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { rankRound } from '#electron/ranking/show-ranking.ts';
import { unpackTrack } from '#shared/ranking/pack-board.ts';
import { openWorkspace } from '#electron/workspace/open-workspace.ts';
import { answerOpenDialogs, callApp, launchApp, type RunningApp } from '../e2e/harness.ts';
import { value } from '../pipeline/make-round.ts';
import { startBare, type BareRow, type Box } from './board-bare.ts';
import { installMeter, type Act, type Scroll } from './board-meter.ts';
import { boardRound, makeBoardRound } from './board-round.ts';
import { median, quantile, show, time, type Figure } from './measure.ts';

// The ranking board with 100,000 rows in the real window, and the grid alone on the same values in the same Electron.

const passphrase = '山高水长 风清月朗';
const runs = 5;
const grid = '排名表';

type Side = {
  readonly open: readonly Act[];
  readonly sorts: readonly Act[];
  readonly filters: readonly Act[];
  readonly pages: Scroll;
  readonly wheel: Scroll;
  readonly memory: string;
};

/** The tables of the board beside the bare grid. */
export async function measureBoard(parent: string): Promise<Figure[]> {
  const folder = join(parent, 'board');
  await mkdir(folder);
  const round = await makeBoardRound(folder);
  const core = await measureCore(round);
  const app = await launchApp({ userData: join(folder, 'profile') });
  let box: Box;
  let ours: Side;
  try {
    await openBoard(app, round.folder);
    ({ side: ours, box } = await measureOurs(app));
  } finally {
    await app.electron.close();
  }
  const bare = await startBare(join(folder, 'bare'), core.rows, box);
  try {
    const theirs = await measureBare(bare.electron, bare.page);
    return [...core.figures, ...compare(ours, theirs)];
  } finally {
    await bare.electron.close();
  }
}

/** What the main process does for the board, by itself. */
async function measureCore({
  folder,
  roundId,
}: {
  readonly folder: string;
  readonly roundId: string;
}): Promise<{ readonly figures: readonly Figure[]; readonly rows: readonly BareRow[] }> {
  const workspace = value(openWorkspace(folder, machineEntropy));
  const began = performance.now();
  value(makeRanking(workspace, roundId));
  const first = performance.now() - began;
  const ranks = await time(runs, () => value(makeRanking(workspace, roundId)));
  const views = await time(runs, () => value(rankRound(workspace, { roundId })));
  const texts = await time(1, async () => value(await listSearchTexts(workspace, { roundId })));
  const [packed] = value(rankRound(workspace, { roundId })).ranking.tracks;
  const rowsOfBoard = packed === undefined ? [] : unpackTrack(packed).rows;
  workspace.db.close();
  const rows = rowsOfBoard.map((row) => ({
    rank: row.rank,
    code: row.code,
    name: row.name,
    unit: row.unit,
    score: row.score === null ? null : Number(row.score),
    spread: row.spread?.hundredths ?? null,
    sheets: row.sheets,
    status: row.status,
    tie: row.tie ?? '',
    remarks: row.spread?.reReviewAdvised === true ? '分差过大' : '',
  }));
  const what = `board of ${boardRound.candidates.toLocaleString('en')} × ${boardRound.perCandidate} sheets, main process`;
  const figure: Figure = {
    what,
    measured: `ranked anew ${show(median(ranks))} (first time, packing, ${show(first)}); the window's answer ${show(median(views))}`,
    beside: `pinyin of all ${show(median(texts))}`,
  };
  return { figures: [figure], rows };
}

async function openBoard({ electron, page }: RunningApp, folder: string): Promise<void> {
  await callApp(page, 'savePreferences', { language: 'zh-CN', theme: 'light', textSize: 14, noticeRead: true });
  await page.reload();
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900));
  await answerOpenDialogs(electron, [folder]);
  await page.getByRole('button', { name: '打开工作区' }).click();
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: boardRound.title, exact: true }).click({ timeout: 60_000 });
  await expect(page.getByRole('navigation', { name: '工作阶段' }).getByRole('button', { name: '排名' })).toBeVisible();
  await installMeter(page);
}

async function measureOurs({ electron, page }: RunningApp): Promise<{ readonly side: Side; readonly box: Box }> {
  const open: Act[] = [];
  for (let run = 0; run <= runs; run += 1) {
    await goTo(page, '批次设置');
    open.push(await openRankingPage(page));
  }
  const box = await page.getByRole('region', { name: grid }).evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { width, height };
  });
  const sorts = await measureSorts(page);
  const filters: Act[] = [];
  for (const query of ['人工智能', 'xlgyrj', 'C0999', 'yunqi'])
    filters.push(
      await page.evaluate((text) => {
        const input = document.querySelector<HTMLInputElement>('.ranking-search input');
        const before = window.boardMeter.rows();
        return window.boardMeter.until(
          () => {
            // React listens to the element's own setter and takes what it saw for old: this goes past it.
            if (input !== null) Reflect.set(HTMLInputElement.prototype, 'value', text, input);
            input?.dispatchEvent(new Event('input', { bubbles: true }));
          },
          () => window.boardMeter.rows() !== before,
        );
      }, query),
    );
  await page.getByRole('textbox', { name: '编号、名称、拼音' }).fill('');
  return {
    side: {
      open,
      sorts,
      filters,
      ...(await measureScroll(page)),
      memory: await readMemory(electron),
    },
    box,
  };
}

async function goTo(page: Page, stage: string): Promise<void> {
  await page.getByRole('navigation', { name: '工作阶段' }).getByRole('button', { name: stage }).click();
  await expect(page.getByRole('heading', { name: stage, level: 1 })).toBeVisible();
}

function openRankingPage(page: Page): Promise<Act> {
  return page.evaluate(() => {
    const button = [...document.querySelectorAll<HTMLElement>('nav button')].find(({ textContent }) =>
      textContent.includes('排名'),
    );
    return window.boardMeter.until(
      () => button?.click(),
      () => window.boardMeter.cell(0, 'rank') !== '' && window.boardMeter.cell(5, 'status') !== '',
    );
  });
}

/** By score upwards, downwards, and back to the order of the ranking; then by name, three times as well. */
async function measureSorts(page: Page): Promise<readonly Act[]> {
  const acts: Act[] = [];
  for (const column of ['score', 'name', 'unit']) {
    for (const turn of ['up', 'down', 'none']) {
      acts.push(
        await page.evaluate(
          ([id, way]) => {
            const header = () =>
              document.querySelector(`.ag-header-cell[col-id="${id}"]`)?.getAttribute('aria-sort') ?? '';
            const before = header();
            const first = [0, 3].map((row) => window.boardMeter.cell(row, 'code')).join();
            return window.boardMeter.until(
              () => window.boardMeter.pressHeader(id),
              () => {
                const now = [0, 3].map((row) => window.boardMeter.cell(row, 'code'));
                return (
                  header() !== before && now.every((text) => text !== '') && (now.join() !== first || way === 'none')
                );
              },
            );
          },
          [column, turn] as const,
        ),
      );
    }
  }
  return acts;
}

async function measureScroll(page: Page): Promise<Pick<Side, 'pages' | 'wheel'>> {
  const steps = 300;
  const pages = await page.evaluate(
    (frames) => window.boardMeter.scroll(0, window.boardMeter.height() / frames, frames),
    steps,
  );
  const wheel = await page.evaluate((frames) => window.boardMeter.scroll(0, 120, frames), steps);
  return { pages, wheel };
}

async function measureBare(electron: ElectronApplication, page: Page): Promise<Side> {
  await installMeter(page);
  const open: Act[] = [];
  for (let run = 0; run <= runs; run += 1)
    open.push(
      await page.evaluate(() =>
        window.boardMeter.until(
          () => window.makeGrid(),
          () => window.boardMeter.cell(5, 'status') !== '',
        ),
      ),
    );
  const sorts = await measureSorts(page);
  const filters: Act[] = [];
  for (const query of ['人工智能', '星澜工业', 'C0999', '云启'])
    filters.push(
      await page.evaluate((text) => {
        const before = window.boardMeter.rows();
        return window.boardMeter.until(
          () => window.bareGrid.setGridOption('quickFilterText', text),
          () => window.boardMeter.rows() !== before,
        );
      }, query),
    );
  await page.evaluate(() => window.bareGrid.setGridOption('quickFilterText', ''));
  return { open, sorts, filters, ...(await measureScroll(page)), memory: await readMemory(electron) };
}

async function readMemory(electron: ElectronApplication): Promise<string> {
  const sizes = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, memory }) => [type, memory.workingSetSize] as const),
  );
  const of = (type: string): number =>
    Math.round(sizes.reduce((sum, [name, size]) => sum + (name === type ? size : 0), 0) / 1024);
  return `window ${of('Tab')} MB, main ${of('Browser')} MB`;
}

function compare(ours: Side, theirs: Side): Figure[] {
  const acts = (what: string, pick: (side: Side) => readonly Act[]): Figure => ({
    what: `board, ${what}`,
    measured: describeActs(pick(ours)),
    beside: `the grid alone: ${describeActs(pick(theirs))}`,
  });
  const scroll = (what: string, pick: (side: Side) => Scroll): Figure => ({
    what: `board, ${what}`,
    measured: describeScroll(pick(ours)),
    beside: `the grid alone: ${describeScroll(pick(theirs))}; goal: no frame > 100 ms`,
  });
  return [
    acts('opened, to the first rows painted (the first time, then again)', ({ open }) => open),
    acts('sorted by score, name, unit: up, down, none of each', ({ sorts }) => sorts),
    acts('searched: words, initials, code, pinyin', ({ filters }) => filters),
    scroll('scrolled from top to bottom in 300 frames', ({ pages }) => pages),
    scroll('scrolled as by a wheel, 120 pixels a frame', ({ wheel }) => wheel),
    { what: 'board, memory', measured: ours.memory, beside: `the grid alone: ${theirs.memory}` },
  ];
}

function describeActs(acts: readonly Act[]): string {
  const longest = Math.max(...acts.map((act) => act.longest));
  return `${acts.map(({ took }) => Math.round(took)).join(' ')} ms, median ${show(median(acts.map(({ took }) => took)))}, longest frame ${show(longest)}`;
}

function describeScroll({ frames, blank }: Scroll): string {
  const dropped = frames.reduce((sum, frame) => sum + Math.max(0, Math.round(frame / (1000 / 60)) - 1), 0);
  return `longest frame ${show(Math.max(...frames))}, p99 ${show(quantile(frames, 0.99))}, median ${show(median(frames))}, ${dropped} dropped, ${blank} of ${frames.length} blank`;
}
