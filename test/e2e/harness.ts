import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
// Declares `window.mtx`.
import '#renderer/bridge/bridge.ts';
import { ensureElectronRuntime } from '../runtime/electron-runtime.mjs';

/** One start of the real application, with its window. */
export type RunningApp = {
  readonly electron: ElectronApplication;
  readonly page: Page;
};

export type LaunchOptions = {
  /** Profile folder; the same one twice is the same installation. Default: the test's own. */
  readonly userData?: string;
  /** The expert's home; default: inside the profile. */
  readonly home?: string;
  /** Files on the command line, as a double click gives them. */
  readonly files?: readonly string[];
  /** Environment variables besides the machine's own. */
  readonly env?: Readonly<Record<string, string>>;
};

type StartOptions = LaunchOptions & { readonly userData: string };

type Fixtures = {
  /** An empty folder of the test, removed afterwards. */
  readonly folder: string;
  /** Starts the application; whatever still runs at the end is closed. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** Puts the demo into the test's profile, where 打开演示 finds it as one that was opened before. */
  readonly placeDemo: () => Promise<void>;
};

type WorkerFixtures = {
  /** A demo round of buildings as the application makes it, made once for all tests. */
  readonly demo: string;
};

const commandLine = fileURLToPath(new URL('../../dist/main/mtx.cjs', import.meta.url));

/** Playwright's test with the real application at hand. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'mtx-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ folder }, use) => {
    const running = new Set<ElectronApplication>();
    await use(async (options = {}) => {
      const started = await launchApp({ userData: join(folder, 'profile'), ...options });
      running.add(started.electron);
      started.electron.once('close', () => running.delete(started.electron));
      return started;
    });
    await Promise.all([...running].map((electron) => electron.close()));
  },
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const made = await mkdtemp(join(tmpdir(), 'mtx-e2e-demo-'));
      const words = ['demo', '--kind', 'building', '--out', join(made, 'demo')];
      await promisify(execFile)(process.execPath, [commandLine, ...words]);
      await use(join(made, 'demo'));
      await rm(made, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  placeDemo: async ({ demo, folder }, use) => {
    await use(() => cp(demo, join(folder, 'profile', 'demo'), { recursive: true }));
  },
});

export { expect } from '@playwright/test';

/** The program and its arguments for a start of the application. */
export async function startCommand({
  userData,
  home,
  files = [],
}: StartOptions): Promise<{ readonly command: string; readonly args: string[] }> {
  const { executable, args } = await ensureElectronRuntime();
  const ofHome = home === undefined ? [] : [`--home=${home}`];
  // Another build than dist/, for trying a change while others use that one.
  const folder = process.env['MTX_APP_FOLDER'];
  const standard = folder === undefined ? args : [...args.slice(0, -1), folder];
  return { command: executable, args: [...standard, `--user-data-dir=${userData}`, ...ofHome, ...files] };
}

// Under heavy load the driver has missed the runtime's first word and waited for ever: such a start is made once more.
async function connect(
  command: string,
  args: string[],
  own: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  const inherited = Object.entries(process.env).flatMap(([name, set]) => (set === undefined ? [] : [[name, set]]));
  const env: Record<string, string> = { ...Object.fromEntries(inherited), ...own };
  const launch = () => _electron.launch({ executablePath: command, args, env, timeout: 30_000 });
  return launch().catch((error: unknown) => {
    if (error instanceof Error && error.name === 'TimeoutError') return launch();
    throw error;
  });
}

// The driver holds the promise of an answer so weakly that the runtime may collect it first: then the question is asked once more.
function keepAnswers(electron: ElectronApplication): ElectronApplication {
  const askAgain = async (ask: () => Promise<unknown>): Promise<unknown> =>
    ask().catch((error: unknown) => {
      if (error instanceof Error && error.message.includes('garbage collected')) return ask();
      throw error;
    });
  type Ask = ElectronApplication['evaluate'];
  const evaluate = new Proxy<Ask>(electron.evaluate.bind(electron), {
    apply: (ask, _, asked: Parameters<Ask>) => askAgain(() => ask(...asked)),
  });
  return Object.assign(electron, { evaluate });
}

/** Starts the application and waits for its window. */
export async function launchApp(options: StartOptions): Promise<RunningApp> {
  const { command, args } = await startCommand(options);
  const electron = keepAnswers(await connect(command, args, options.env));
  const page = await electron.firstWindow();
  // The first window starts as about:blank.
  await page.waitForURL(/^app:\/\/mtx\/index\.html/);
  return { electron, page };
}

/** Puts the notice of the first start away. */
export async function readNotice(page: Page): Promise<void> {
  await page.getByRole('button', { name: '我已知悉' }).click();
}

/**
 * One application for all tests of a file, each of which starts from a fresh page. For tests that change nothing.
 * @returns what gives the running application inside a test
 */
export function shareApp(): () => RunningApp {
  const shared: { folder?: string; running?: RunningApp } = {};
  const running = (): RunningApp => {
    if (shared.running === undefined) throw new Error('The application has not been started yet.');
    return shared.running;
  };
  base.beforeAll(async () => {
    shared.folder = await mkdtemp(join(tmpdir(), 'mtx-e2e-'));
    shared.running = await launchApp({ userData: shared.folder });
  });
  base.beforeEach(async () => {
    await running().page.reload();
  });
  base.afterAll(async () => {
    await running().electron.close();
    await rm(shared.folder ?? '', { recursive: true, force: true, maxRetries: 5 });
  });
  return running;
}

/** Ends the application as a power cut would. Resolves when it is gone. */
export async function killApp(electron: ElectronApplication): Promise<void> {
  const gone = new Promise((resolve) => electron.process().once('exit', resolve));
  electron.process().kill('SIGKILL');
  await gone;
}

/** What `window.mtx.call` answers to any name and input. */
export function callApp(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, input]) => {
      const answer: unknown = await Reflect.apply(window.mtx.call, undefined, [name, input]);
      return answer;
    },
    [name, input] as const,
  );
}

/** Answers the next dialogs for opening with these paths; none stands for a cancelled dialog. */
export async function answerOpenDialogs(electron: ElectronApplication, paths: readonly string[]): Promise<void> {
  await electron.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
}

/** Answers the next dialogs for saving with this path; an empty one stands for a cancelled dialog. */
export async function answerSaveDialogs(electron: ElectronApplication, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath });
  }, path);
}
