// Checks a packed application in release/: its fuses as they are in the file, its native modules, that it opens its
// first window without an error (`--self-check`), and that it refuses the switches of debuggers.
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

/** The fuses as electron-builder.yml sets them; whatever else this Electron has stays as it came. */
const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** Reads the fuses back from the program itself, each exactly: on, off, and none that a newer Electron removed. */
async function checkFuses(program) {
  const { FuseV1Options: names, getCurrentFuseWire } = require('@electron/fuses');
  const wire = await getCurrentFuseWire(program);
  const wrong = Object.entries(fuses).filter(([name, on]) => wire[names[name]] !== (on ? '1' : '0').codePointAt(0));
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

/** Runs the program in a profile of its own. @returns its exit code and what it printed. */
async function runProgram(program, display, switches) {
  const profile = mkdtempSync(join(tmpdir(), 'mtx-smoke-'));
  const ofRoot = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
  const args = [...ofRoot, ...switches, `--user-data-dir=${profile}`];
  const child = start(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: display });
  const ended = exited(child);
  const tooLate = setTimeout(() => child.kill('SIGKILL'), startLimit);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (bytes) => (printed.out += String(bytes)));
  child.stderr.on('data', (bytes) => (printed.err += String(bytes)));
  try {
    return { code: await ended, ...printed };
  } finally {
    clearTimeout(tooLate);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The first window opens and shows something, without an error in its console. */
async function checkStart(program, display) {
  const { code, out, err } = await runProgram(program, display, ['--self-check']);
  const line = out.split('\n').find((text) => text.startsWith('{'));
  if (code !== 0 || line === undefined)
    throw new PlainError(`The first window is not as it should be (${code}). It printed:\n${out}\n${err}`);
  const { title, text } = JSON.parse(line);
  say(`The first window "${title}" shows: ${text.slice(0, 200)}`);
}

/** Whoever starts the program with a debugger's switch gets no program. */
async function checkSwitches(program, display) {
  for (const name of ['--remote-debugging-port=0', '--remote-debugging-pipe', '--js-flags=--expose-gc']) {
    const { code, err } = await runProgram(program, display, [name, '--self-check']);
    if (code === 0 || err.includes('DevTools listening')) throw new PlainError(`The program accepts ${name}.`);
  }
  const { code, err } = await runProgram(program, display, ['--inspect=0', '--self-check']);
  if (code === 0 || err.includes('Debugger listening')) throw new PlainError('The program accepts --inspect.');
}

await main(async () => {
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  ensureDebianPackages('test');
  const { program, resources } = findPacked();
  await checkFuses(program);
  checkNatives(resources);
  await withDisplay(async (display) => {
    await checkStart(program, display);
    await checkSwitches(program, display);
  });
  say('✓ packed application: fuses, native module, first window and refused switches are as they should be');
});
