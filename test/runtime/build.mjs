// Builds dist/: main (Electron's main process and mtx), preload, renderer, viewer. On its own it builds everything;
// ensureBuilt() builds only what is older than its sources.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { continueOnNode24, exited, isStarted, main, PlainError, start, toolEnvironment } from './run.mjs';

/** The folders of dist/: their vite modes, and the sources that make them out of date. */
const parts = {
  main: { modes: ['main', 'preload'], sources: ['electron', 'shared', 'resources'] },
  renderer: { modes: ['renderer'], sources: ['renderer', 'shared'] },
  viewer: { modes: ['viewer'], sources: ['renderer/viewer', 'renderer/ui', 'renderer/bridge'] },
};
const configuration = ['vite.config.ts', 'package.json', 'package-lock.json'];

/** Lines `path size time` of all files below a folder. */
function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield lineOf(path);
  }
}

function lineOf(path) {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}

/** A short name for the present state of a part's sources: any change, addition or removal gives another. */
function stateOfSources(part) {
  const hash = createHash('sha256');
  const folders = parts[part].sources.map((name) => inRoot(name)).filter((folder) => existsSync(folder));
  const lines = [
    ...folders.flatMap((folder) => [...filesBelow(folder)]),
    ...configuration.map((name) => lineOf(inRoot(name))),
  ];
  return hash.update(lines.join('\n')).digest('hex');
}

const stampOf = (part) => inRoot('dist', part, '.sources');

/** Whether dist/<part> was built from the sources as they are now. */
export function isBuilt(part) {
  const stamp = stampOf(part);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOfSources(part);
}

/** Builds one part aside and puts it in place when it is complete, so that a running or failing build harms nobody. */
async function buildPart(part) {
  const aside = inRoot('dist', `.making-${part}-${process.pid}`);
  const inPlace = inRoot('dist', part);
  const state = stateOfSources(part);
  try {
    for (const mode of parts[part].modes) {
      const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
      const env = { ...toolEnvironment(), MTX_OUTPUT: aside, NODE_ENV: 'production' };
      const code = await exited(start(node24, [vite, 'build', '--mode', mode], { stdio: ['ignore', 2, 2], env }));
      if (code !== 0) throw new PlainError(`The build of "${mode}" failed; vite's message is above.`);
    }
    writeFileSync(join(aside, part, '.sources'), state);
    rmSync(inPlace, { recursive: true, force: true });
    renameSync(join(aside, part), inPlace);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Builds the given parts ('main', 'renderer', 'viewer'), or those of them that are out of date. */
export async function build(names) {
  mkdirSync(inRoot('dist'), { recursive: true });
  const outcomes = await Promise.allSettled(names.map((name) => buildPart(name)));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Builds those of the given parts that are older than their sources. */
export const ensureBuilt = (names = Object.keys(parts)) => build(names.filter((name) => !isBuilt(name)));

if (isStarted(import.meta.url))
  await main(async () => {
    ensureInstalled();
    continueOnNode24(fileURLToPath(import.meta.url));
    await build(Object.keys(parts));
  });
