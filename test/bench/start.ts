import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../runtime/build.mjs';
import { ensureElectronRuntime } from '../runtime/electron-runtime.mjs';
import { median, show, type Figure } from './measure.ts';

const builtMain = fileURLToPath(new URL('../../dist/main/main.cjs', import.meta.url));
const readyMark = 'first screen at ';

/**
 * Watches a page from the main process: two frames after the element is there, the screen can be seen and used. It tells
 * the time and ends the program.
 */
const watcher = (selector: string): string => `
const { app } = require('electron');
app.on('web-contents-created', (_, contents) => contents.once('dom-ready', async () => {
  await contents.executeJavaScript(\`new Promise((resolve) => {
    const look = () => document.querySelector(${JSON.stringify(selector)}) === null
      ? requestAnimationFrame(look)
      : requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)));
    look();
  })\`);
  process.stdout.write('${readyMark}' + Date.now() + '\\n', () => app.exit(0));
}));
`;

/** The least that shows a usable screen: one window with the same protections, one page with one button. */
const bareMain = `
app.whenReady().then(() => {
  const window = new (require('electron').BrowserWindow)({
    width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.loadFile(require('node:path').join(__dirname, 'index.html'));
});
`;

/**
 * Start to first usable screen: the built application and a bare Electron application in turn, on the same runtime.
 * @param runs how often each is started, after one start each that is not counted
 */
export async function measureStart(runs = 9): Promise<Figure[]> {
  await ensureBuilt();
  const folder = await mkdtemp(join(tmpdir(), 'mtx-bench-start-'));
  try {
    const { kind, version } = await ensureElectronRuntime();
    const ours = `${watcher('.home-door-verbs .button')}require(${JSON.stringify(builtMain)});`;
    const app = await makeApp(join(folder, 'app'), ours);
    const bare = await makeApp(join(folder, 'bare'), watcher('button') + bareMain);
    const times: { app: number[]; bare: number[] } = { app: [], bare: [] };
    for (let run = -1; run < runs; run += 1) {
      const [ourTime, bareTime] = [await startOnce(app), await startOnce(bare)];
      // The first start of a profile makes its folders and caches.
      if (run >= 0) times.app.push(ourTime);
      if (run >= 0) times.bare.push(bareTime);
    }
    const ratio = median(times.app) / median(times.bare);
    return [
      {
        what: `start to first usable screen, Electron ${version} (${kind}), median of ${runs}`,
        measured: show(median(times.app)),
        beside: `a bare window: ${show(median(times.bare))}, so ${ratio.toFixed(2)} ×; goal ≤ 1.4 ×`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function makeApp(folder: string, main: string): Promise<string> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bench', version: '1.0.0', main: 'main.cjs' }));
  await writeFile(join(folder, 'main.cjs'), main);
  await writeFile(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><button>开始</button>');
  return folder;
}

/** Starts the application in a folder once. @returns milliseconds */
async function startOnce(folder: string): Promise<number> {
  const { executable, args } = await ensureElectronRuntime();
  const switches = args.slice(0, -1);
  const began = Date.now();
  const child = spawn(executable, [...switches, folder, `--user-data-dir=${join(folder, 'profile')}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => {
    printed += bytes.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  const time = new RegExp(`${readyMark}(\\d+)`).exec(printed)?.[1];
  if (time === undefined) throw new Error(`The application in ${folder} showed no first screen.`);
  return Number(time) - began;
}
