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
import { installMeter, type Act } from './board-meter.ts';
import { boardRound, makeBoardRound } from './board-round.ts';
import { compare, nothingTaken, turns, type Taken } from './board-report.ts';
import { median, show, time, type Figure } from './measure.ts';

// The ranking board with 100,000 rows in the real window, and the grid alone on the same values in the same Electron.

const passphrase = '山高水长 风清月朗';
const runs = 5;
/** Frames of each scroll. */
const steps = 300;
const grid = '排名表';

/** One of the two that are measured: a page with a grid. */
type Side = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly open: () => Promise<Act>;
  readonly search: (query: string) => Promise<Act>;
  /** What is searched for: words, initials or another word, a code, pinyin or another word. */
  readonly queries: readonly string[];
};

/** The tables of the board beside the bare grid; the two are measured in turn, so that both meet the same machine. */
export async function measureBoard(parent: string): Promise<Figure[]> {
  const folder = join(parent, 'board');
  await mkdir(folder);
  const round = await makeBoardRound(folder);
  const core = await measureCore(round);
  const app = await launchApp({ userData: join(folder, 'profile') });
  const running = [app.electron];
  try {
    await openBoard(app, round.folder);
    const ours = ourSide(app);
    const first = { open: await ours.open(), search: await ours.search('天枢') };
    await ours.search('');
    const bare = await startBare(join(folder, 'bare'), core.rows, await readBox(app.page));
    running.push(bare.electron);
    await installMeter(bare.page);
    const theirs = bareSide(bare);
    await theirs.open();
    const taken = { ours: nothingTaken(), theirs: nothingTaken() };
    for (let turn = 0; turn < turns; turn += 1) {
      await measureTurn(ours, taken.ours);
      await measureTurn(theirs, taken.theirs);
    }
    const memory = { ours: await readMemory(app.electron), theirs: await readMemory(bare.electron) };
    return [...core.figures, ...compare(first, taken, memory)];
  } finally {
    for (const electron of running) await electron.close();
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

function ourSide({ electron, page }: RunningApp): Side {
  return {
    electron,
    page,
    open: async () => {
      await goTo(page, '批次设置');
      return openRankingPage(page);
    },
    search: (query) =>
      page.evaluate((text) => {
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
    queries: ['人工智能', 'xlgyrj', 'C0999', 'yunqi'],
  };
}

function bareSide({ electron, page }: Pick<Side, 'electron' | 'page'>): Side {
  return {
    electron,
    page,
    open: () =>
      page.evaluate(() =>
        window.boardMeter.until(
          () => window.makeGrid(),
          () => window.boardMeter.cell(5, 'status') !== '',
        ),
      ),
    search: (query) =>
      page.evaluate((text) => {
        const before = window.boardMeter.rows();
        return window.boardMeter.until(
          () => window.bareGrid.setGridOption('quickFilterText', text),
          () => window.boardMeter.rows() !== before,
        );
      }, query),
    queries: ['人工智能', '星澜工业', 'C0999', '云启'],
  };
}

/** Everything once; the page is left as it was found. */
async function measureTurn({ electron, page, open, search, queries }: Side, taken: Taken): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.focus();
    return window !== undefined;
  });
  taken.open.push(await open());
  taken.sorts.push(...(await measureSorts(page)));
  for (const query of queries) taken.searches.push(await search(query));
  await search('');
  taken.pages.push(
    await page.evaluate((frames) => window.boardMeter.scroll(0, window.boardMeter.height() / frames, frames), steps),
  );
  taken.wheel.push(await page.evaluate((frames) => window.boardMeter.scroll(0, 120, frames), steps));
}

function readBox(page: Page): Promise<Box> {
  return page.getByRole('region', { name: grid }).evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { width, height };
  });
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

async function readMemory(electron: ElectronApplication): Promise<string> {
  const sizes = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, memory }) => [type, memory.workingSetSize] as const),
  );
  const of = (type: string): number =>
    Math.round(sizes.reduce((sum, [name, size]) => sum + (name === type ? size : 0), 0) / 1024);
  return `window ${of('Tab')} MB, main ${of('Browser')} MB`;
}
