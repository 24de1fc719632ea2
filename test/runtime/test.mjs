// `npm test`: brings everything the tests need, then runs them phase by phase.
//   npm test                          all phases
//   npm test -- lint unit             only these
//   npm test -- unit test/shared      one phase, further arguments go to its runner (vitest, playwright)
// The cheap phases all run before a failure stops the rest. The last line is "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { withDisplay } from './display.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { continueOnNode24, exited, main, PlainError, say, start, toolEnvironment } from './run.mjs';

const results = (name) => inRoot('test-results', `${name}.json`);

/** No phase takes a third of this; what does hangs, and is ended so that the result is a failure and no silence. */
const phaseLimit = 25 * 60_000;

/** Runs a JavaScript tool of node_modules on Node 24. @returns its exit code. */
const tool = async (path, args, env = {}) => {
  const child = start(node24, [inRoot('node_modules', ...path.split('/')), ...args], {
    env: { ...toolEnvironment(), ...env },
  });
  const limit = setTimeout(() => {
    say(`✗ ${path} did not end within ${phaseLimit / 60_000} minutes`);
    child.kill('SIGKILL');
  }, phaseLimit);
  return exited(child).finally(() => clearTimeout(limit));
};

function readResults(name) {
  return existsSync(results(name)) ? JSON.parse(readFileSync(results(name), 'utf8')) : undefined;
}

async function runUnit(args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results('unit')}`];
  const code = await tool('vitest/vitest.mjs', ['run', ...reporters, ...args]);
  const report = readResults('unit');
  // A test file that cannot even be loaded holds no test that could fail: it counts as one.
  const unloaded =
    report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length ?? 0;
  return { code, passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + unloaded };
}

async function runEndToEnd(args) {
  await ensureElectronRuntime();
  await ensureBuilt();
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: results('e2e') };
  const code = await withDisplay((display) =>
    tool('@playwright/test/cli.js', ['test', '--reporter=list,json', ...args], { ...env, ...display }),
  );
  const report = readResults('e2e');
  return {
    code,
    passed: report?.stats.expected ?? 0,
    failed: (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0),
  };
}

async function runBuild() {
  await ensureBuilt();
  return { code: 0 };
}

/** In the order they run. `cheap` phases all run even if one of them fails; `peers` need Debian's packages. */
const phases = [
  { name: 'format', cheap: true, run: async (args) => ({ code: await tool('oxfmt/bin/oxfmt', ['--check', ...args]) }) },
  { name: 'types', cheap: true, run: async (args) => ({ code: await tool('typescript/bin/tsc', ['-b', ...args]) }) },
  {
    name: 'lint',
    cheap: true,
    run: async (args) => ({ code: await tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...args]) }),
  },
  { name: 'build', cheap: true, run: runBuild },
  { name: 'unit', cheap: true, peers: true, run: runUnit },
  { name: 'e2e', peers: true, run: runEndToEnd },
];

/** Splits the command line into the chosen phases and the arguments for a single one. */
function choose(args) {
  const names = phases.map((phase) => phase.name);
  const firstOther = args.findIndex((argument) => !names.includes(argument));
  const chosen = firstOther < 0 ? args : args.slice(0, firstOther);
  const rest = firstOther < 0 ? [] : args.slice(firstOther);
  if (rest.length > 0 && chosen.length !== 1)
    throw new PlainError(
      `"${rest[0]}" is not a phase. Phases: ${names.join(', ')}; arguments for a runner follow the name of one phase.`,
    );
  return { chosen: chosen.length === 0 ? phases : phases.filter((phase) => chosen.includes(phase.name)), rest };
}

/** Runs one phase. A phase that fails without naming a failed test counts as one failure. */
async function runPhase(phase, rest) {
  say(`\n── ${phase.name} ──`);
  const began = performance.now();
  const outcome = await phase.run(rest).catch((error) => {
    say(error instanceof PlainError ? `✗ ${error.message}` : String(error?.stack ?? error));
    return { code: 1 };
  });
  const { code, passed = 0, failed = 0 } = outcome;
  return {
    name: phase.name,
    ok: code === 0 && failed === 0,
    passed,
    failed: code === 0 ? failed : Math.max(failed, 1),
    seconds: (performance.now() - began) / 1000,
  };
}

async function runPhases(chosen, rest) {
  const done = [];
  for (const phase of chosen) {
    const skip = !phase.cheap && done.some((result) => !result.ok);
    done.push(
      skip ? { name: phase.name, skipped: true, ok: false, passed: 0, failed: 0 } : await runPhase(phase, rest),
    );
  }
  return done;
}

function summarise(done) {
  say('');
  for (const { name, ok, skipped, passed, failed, seconds } of done) {
    const tests = passed + failed > 0 ? `${passed} passed, ${failed} failed` : '';
    if (skipped) say(`– ${name.padEnd(8)} not run, because an earlier phase failed`);
    else say(`${ok ? '✓' : '✗'} ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${tests}`);
  }
  const total = (key) => done.reduce((sum, result) => sum + result[key], 0);
  process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`);
  return done.every((result) => result.ok) ? 0 : 1;
}

await main(async () => {
  const { chosen, rest } = choose(process.argv.slice(2));
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  if (chosen.some((phase) => phase.peers)) ensureDebianPackages('test');
  mkdirSync(inRoot('test-results'), { recursive: true });
  for (const { name } of chosen) rmSync(results(name), { force: true });
  return summarise(await runPhases(chosen, rest));
});
