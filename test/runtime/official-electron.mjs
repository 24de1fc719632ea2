// The official Electron: the binary of the npm package `electron`, downloaded on first use from GitHub or a mirror.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, inRoot, node24 } from './paths.mjs';
import { PlainError, run, say } from './run.mjs';

const packageFolder = inRoot('node_modules', 'electron');
const probeTimeout = 8_000;
const downloadTimeout = 20 * 60 * 1000;
/** How long a failed attempt is remembered, so that closed networks do not pay for it at every start. */
const rememberFor = 7 * 24 * 60 * 60 * 1000;

const programName = () =>
  ({ win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' })[process.platform] ?? 'electron';

/** The host the binary comes from, with the names of the setting that @electron/get reads. */
const mirror = () =>
  process.env.ELECTRON_MIRROR ??
  process.env.npm_config_electron_mirror ??
  'https://github.com/electron/electron/releases/download/';

const version = () => JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;

/** The program in the folder the user named with ELECTRON_OVERRIDE_DIST_PATH. */
function overridden() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder === undefined || folder === '') return undefined;
  const executable = join(folder, programName());
  if (existsSync(executable)) return executable;
  throw new PlainError(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${programName()} in it. Correct or unset it.`,
  );
}

/** The program inside node_modules, if it was downloaded for this very version. */
function downloaded() {
  const versionFile = join(packageFolder, 'dist', 'version');
  const executable = join(packageFolder, 'dist', programName());
  if (!existsSync(versionFile) || !existsSync(executable)) return undefined;
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version() ? executable : undefined;
}

/** The official Electron that is here already, without any network access; undefined when there is none. */
export const presentOfficialElectron = () => overridden() ?? downloaded();

const attemptFile = () => join(cacheFolder(), 'official-download-failed.json');

/** What identifies an attempt: another version or mirror deserves a new one. */
const attempt = () => ({ version: version(), mirror: mirror() });

/** Whether the same download failed within the last days. */
function failedLately() {
  try {
    const { at, ...last } = JSON.parse(readFileSync(attemptFile(), 'utf8'));
    return Date.now() - at < rememberFor && JSON.stringify(last) === JSON.stringify(attempt());
  } catch {
    // Absent or unreadable: then an attempt costs a few seconds, no more.
    return false;
  }
}

function rememberFailure() {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(attemptFile(), JSON.stringify({ ...attempt(), at: Date.now() }));
}

/** Whether the host answers at all; behind a proxy only the download itself can tell. */
async function hostAnswers() {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy ?? process.env.ALL_PROXY) return true;
  try {
    await fetch(mirror(), { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeTimeout) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Downloads the official Electron if its host can be reached.
 * @param again try even if the same download failed lately.
 * @returns the program's path, or undefined when it cannot be had here.
 */
export async function obtainOfficialElectron(again = false) {
  if (!again && failedLately()) return undefined;
  if (await hostAnswers()) {
    say(`Downloading Electron ${version()} from ${mirror()} …`);
    const result = run(node24, [join(packageFolder, 'install.js')], { timeout: downloadTimeout });
    const executable = result.code === 0 ? downloaded() : undefined;
    if (executable !== undefined) return executable;
    say(`Electron ${version()} could not be downloaded from ${mirror()}.`);
  } else say(`Electron's download host cannot be reached: ${mirror()}`);
  rememberFailure();
  return undefined;
}
