// Runs the whole line in real windows on a machine without any network, and reads every address that any of its
// processes tried to reach. Linux; as root, or where users may make namespaces; Debian's strace and iproute2.
//   node test/runtime/offline.mjs [specs of test/e2e …]     default: the flow, dossiers and the first start
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { withDisplay } from './display.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { findProgram, inRoot, isRoot, node24 } from './paths.mjs';
import { continueOnNode24, exited, main, PlainError, say, start, toolEnvironment } from './run.mjs';

const standard = ['flow', 'dossier', 'viewer', 'start'].map((name) => `test/e2e/${name}.spec.ts`);

/** System calls that name an address. */
const watched = 'connect,sendto,sendmsg,sendmmsg';

/** A line of the trace that names an internet address, with that address. */
const addressed = /sin_addr=inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/;

const isLoopback = (address) => /^127\.|^::1$|^::ffff:127\./.test(address);

/** Internet addresses in a trace: how many calls went to this machine itself, and the lines of all others. */
function readTrace(file) {
  let loopback = 0;
  const outside = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const address = addressed.exec(line)?.slice(1).find(Boolean);
    if (address === undefined) continue;
    if (isLoopback(address)) loopback += 1;
    else outside.push(line);
  }
  return { loopback, outside };
}

/** The command that runs a program where there is no network but this machine's own, under strace. */
function commandOf(trace, program, args) {
  const namespace = isRoot() ? ['--net'] : ['--user', '--map-root-user', '--net'];
  const traced = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', `trace=${watched}`, '-e', 'signal=none', '-o', trace];
  // `$@` is the command: the driver of the tests reaches the windows over loopback.
  return [...namespace, 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...traced, program, ...args];
}

await main(async () => {
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  for (const [program, name] of [['strace'], ['unshare', 'util-linux'], ['ip', 'iproute2']])
    if (findProgram(program) === undefined)
      throw new PlainError(`This needs ${program}: sudo apt-get install -y ${name ?? program}`);
  ensureDebianPackages('test');
  await ensureElectronRuntime();
  await ensureBuilt();
  mkdirSync(inRoot('test-results'), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'mtx-offline-'));
  const trace = join(folder, 'trace');
  const chosen = process.argv.slice(2);
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const tests = [
    playwright,
    'test',
    '--reporter=list',
    '--output=test-results/offline',
    ...(chosen.length > 0 ? chosen : standard),
  ];
  try {
    const code = await withDisplay((display) =>
      exited(start('unshare', commandOf(trace, node24, tests), { env: { ...toolEnvironment(), ...display } })),
    );
    const { loopback, outside } = readTrace(trace);
    if (loopback === 0)
      throw new PlainError('The trace names no address at all, not even the test driver’s: it is no proof.');
    if (outside.length > 0)
      throw new PlainError(`${outside.length} attempts to reach the outside:\n${outside.slice(0, 20).join('\n')}`);
    if (code !== 0)
      throw new PlainError(
        `Nothing reached out, but without a network the tests failed (${code}); their messages are above.`,
      );
    say(`✓ offline: everything works without a network; ${loopback} calls within this machine, 0 to the outside`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
