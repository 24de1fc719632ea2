// Checks a packed application in release/: its fuses as they are in the file, its native modules, and that it opens
// its first window without an error. It is driven over Chromium's debugging port: Node's inspector is fused off.
//   npm run pack && node test/runtime/smoke-packed.mjs
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDebianPackages } from './debian-packages.mjs';
import { withDisplay } from './display.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, isRoot } from './paths.mjs';
import { continueOnNode24, exited, main, PlainError, say, start } from './run.mjs';

const require = createRequire(import.meta.url);
const programName = 'mantianxing-review-workbench';
const startLimit = 60_000;

/** The unpacked application of this system: its program, and the folder of its resources. */
function findPacked() {
  const folder = readdirSync(inRoot('release')).find((name) => {
    if (process.platform === 'darwin') return name === (process.arch === 'arm64' ? 'mac-arm64' : 'mac');
    const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
    return name === `${process.platform === 'win32' ? 'win' : 'linux'}${arch}-unpacked`;
  });
  if (folder === undefined)
    throw new PlainError('There is no unpacked application in release/: run npm run pack first.');
  const at = inRoot('release', folder);
  if (process.platform === 'darwin') {
    const bundle = join(at, readdirSync(at).find((name) => name.endsWith('.app')) ?? '', 'Contents');
    const [program = ''] = readdirSync(join(bundle, 'MacOS'));
    return { program: join(bundle, 'MacOS', program), resources: join(bundle, 'Resources') };
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { program: join(at, programName + suffix), resources: join(at, 'resources') };
}

/** Reads the fuses back from the program itself. */
async function checkFuses(program) {
  const { FuseV1Options: fuse, getCurrentFuseWire } = require('@electron/fuses');
  const wire = await getCurrentFuseWire(program);
  const [off, on] = ['0'.codePointAt(0), '1'.codePointAt(0)];
  const wanted = {
    RunAsNode: off,
    EnableCookieEncryption: on,
    EnableNodeOptionsEnvironmentVariable: off,
    EnableNodeCliInspectArguments: off,
    EnableEmbeddedAsarIntegrityValidation: on,
    OnlyLoadAppFromAsar: on,
    LoadBrowserProcessSpecificV8Snapshot: off,
    GrantFileProtocolExtraPrivileges: off,
  };
  const wrong = Object.entries(wanted).filter(([name, state]) => wire[fuse[name]] !== state);
  if (wrong.length > 0)
    throw new PlainError(`Fuses that are not as they should be: ${wrong.map(([name]) => name).join(', ')}`);
}

/** Only the target platform's SQLite may be inside. */
function checkNatives(resources) {
  const below = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true }).map(String);
  const natives = below.filter((name) => name.endsWith('.node')).map((name) => basename(name));
  const expected = [`${process.platform}-${process.arch}.node`, 'better_sqlite3.node'];
  if (natives.length !== 1 || !expected.includes(natives[0]))
    throw new PlainError(`Exactly one native module was expected, ${expected[0]}; found: ${natives.join(', ')}`);
}

/** Waits for the line in which Chromium tells its debugging address. */
function debuggingAddress(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const tooLate = setTimeout(
      () => reject(new PlainError(`No debugging port within a minute. It printed:\n${printed}`)),
      startLimit,
    );
    child.stderr.on('data', (bytes) => {
      printed += String(bytes);
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(tooLate);
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(tooLate);
      reject(new PlainError(`The application ended at once (${code}). It printed:\n${printed}`));
    });
  });
}

/** Waits until the first window shows something. @returns its title and the errors in its console. */
async function readFirstWindow(address) {
  const { chromium } = require('@playwright/test');
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.waitForFunction(() => document.body?.innerText.trim() !== '', undefined, { timeout: startLimit });
  const title = await page.title();
  const text = await page.evaluate(() => document.body.innerText);
  return { title, text, errors };
}

async function checkStart(program, display) {
  const profile = mkdtempSync(join(tmpdir(), 'mtx-smoke-'));
  const switches = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
  const args = [...switches, '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = start(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: display });
  const ended = exited(child);
  try {
    const { title, text, errors } = await readFirstWindow(await debuggingAddress(child));
    say(`The first window "${title}" shows: ${text.replaceAll(/\s+/g, ' ').slice(0, 200)}`);
    if (errors.length > 0) throw new PlainError(`Errors in the window's console:\n${errors.join('\n')}`);
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

await main(async () => {
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  ensureDebianPackages('test');
  const { program, resources } = findPacked();
  await checkFuses(program);
  checkNatives(resources);
  await withDisplay((display) => checkStart(program, display));
  say('✓ packed application: fuses, native module and first window are as they should be');
});
