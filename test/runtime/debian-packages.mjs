// Debian's packages that a window, or the whole test suite, needs. As root they are installed, else the line is printed.
// On its own (the full list): node test/runtime/debian-packages.mjs
import { findProgram, isRoot } from './paths.mjs';
import { isStarted, main, PlainError, run, runQuietly, say } from './run.mjs';

/** What a window needs. Newer Debian and Ubuntu call some of them …t64; one of the names is enough. */
const forWindows = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1']];
const chineseFont = ['fonts-noto-cjk'];
/** Other people's tools, against which the tests hold our packages, lists and documents. */
const peers = [
  ['age'],
  ['unzip'],
  ['zip'],
  ['openssl'],
  ['libreoffice-calc'],
  ['libreoffice-writer'],
  ['poppler-utils'],
];

/** Whether one of the packages of this group is installed. */
function isInstalled(names) {
  // The exit code also tells of unknown names, so only the printed states count.
  const { stdout } = runQuietly('dpkg-query', ['-W', '-f', '${db:Status-Status}\n', ...names]);
  return stdout.split('\n').includes('installed');
}

/** Whether any installed font can show Chinese (UOS and Kylin bring their own). */
const hasChineseFont = () =>
  findProgram('fc-list') !== undefined && runQuietly('fc-list', [':lang=zh', 'family']).stdout.trim() !== '';

/** The first name of a group that this release of Debian offers. */
const offered = (names) =>
  names.find((name) =>
    /Candidate: (?!\(none\))/.test(runQuietly('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } }).stdout),
  ) ?? names[0];

function installNow(groups) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (run('apt-get', ['update', '-qq'], { env }).code !== 0)
    say('apt-get update failed; trying with the package lists at hand.');
  const names = groups.map(offered);
  say(`Installing Debian packages: ${names.join(' ')} …`);
  const { code } = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
  if (code !== 0) throw new PlainError(`apt-get could not install: ${names.join(' ')}; its message is above.`);
}

/**
 * Makes sure that Debian's packages are there; on other systems it does nothing.
 * @param purpose 'start' (a window on the present display) or 'test' (a display of our own, and the peers too).
 * Throws PlainError with the line to type when they are missing and this is not root.
 */
export function ensureDebianPackages(purpose) {
  if (process.platform !== 'linux' || findProgram('dpkg-query') === undefined) return;
  const wanted = purpose === 'test' ? [['xvfb'], ...forWindows, ...peers] : forWindows;
  const missing = wanted.filter((names) => !isInstalled(names));
  if (!hasChineseFont()) missing.push(chineseFont);
  if (missing.length === 0) return;
  if (isRoot() && findProgram('apt-get') !== undefined) return installNow(missing);
  throw new PlainError(
    `These Debian packages are missing: ${missing.map((names) => names[0]).join(' ')}. Type this line, then the same command again:\n\n` +
      `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.map(offered).join(' ')}\n`,
  );
}

if (isStarted(import.meta.url)) await main(() => ensureDebianPackages('test'));
