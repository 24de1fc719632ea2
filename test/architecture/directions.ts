import { isBuiltin } from 'node:module';
import type { SourceFile } from './source-files.ts';

/**
 * The features of shared/ in their order: each imports only those before it.
 * `text` gathers every feature's sentences and stands outside the order.
 */
export const sharedOrder = [
  'base',
  'tables',
  'workspace',
  'identity',
  'round',
  'candidates',
  'experts',
  'assignment',
  'scoring',
  'packages',
  'trace',
  'receipts',
  'ranking',
  'decisions',
  'agreement',
  'reports',
  'cli',
  'ipc',
] as const;

/** The packages the pure core may use: none of them touches the machine. */
const sharedPackages = new Set(['zod', 'jstat', 'pure-rand', 'pinyin-pro']);

/** What only a window can use, and what no window can. */
const windowPackages =
  /^(react|react-dom|antd|zustand|ag-grid-.*|@ag-grid-.*|@ant-design\/.*|echarts|pdfjs-dist)(\/|$)/;
const machinePackages = /^(electron|electron-log|electron-updater|better-sqlite3)(\/|$)/;

/** Folders of renderer/ that every feature may import. */
const rendererFoundation = new Set(['ui', 'text', 'bridge']);

/** Where the processes are put together: these may import every feature of their top folder. */
const composes = (path: string): boolean =>
  /^electron\/(main\.ts|app\/|cli\/)/.test(path) ||
  /^renderer\/(main\.tsx|app\/)|^renderer\/(office|expert)\/[^/]+\.tsx$/.test(path);

const topOf = (path: string): string => path.split('/')[0] ?? '';

/** The side of the windows a file belongs to: the expert's, the office's, or neither. */
const sideOf = (path: string): string | undefined => /^renderer\/(office|expert)\//.exec(path)?.[1];

/**
 * The feature a file belongs to: its folder under the top folder, or the file itself when it lies directly there.
 * renderer/ has two sides; their features lie one folder deeper (`office/ranking`), and what lies directly in a side
 * (`office`) is common to it.
 */
export function featureOf(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  return sideOf(path) !== undefined && !second.includes('.') ? `${first}/${second}` : first;
}

const allowedTops: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  electron: ['electron', 'shared'],
  renderer: ['renderer', 'shared'],
  test: ['test', 'electron', 'renderer', 'shared'],
};

/** renderer → shared ← electron, written `#top/…` across top folders and relative inside one, with the extension. */
function checkTops({ path, imports }: SourceFile): readonly string[] {
  const top = topOf(path);
  return imports.flatMap(({ specifier, file }) => {
    if (file === undefined) return [];
    const says: string[] = [];
    if (allowedTops[top]?.includes(topOf(file)) === false && topOf(file) !== 'resources')
      says.push(`${path} imports ${file}: ${top}/ must not reach ${topOf(file)}/`);
    // renderer/ and test/ lie deep (office/ranking/…): there the alias may lead to another feature.
    const mayUseAlias = (top === 'renderer' || top === 'test') && featureOf(file) !== featureOf(path);
    if (topOf(file) === top && specifier.startsWith('#') && !mayUseAlias)
      says.push(`${path} imports ${specifier}: relative inside ${top}/`);
    if (topOf(file) !== top && !specifier.startsWith('#') && topOf(file) !== 'resources')
      says.push(`${path} imports ${specifier}: write #${file} across top folders`);
    return says;
  });
}

/** Packages and built-in modules each process may use. */
function checkPackages({ path, imports }: SourceFile): readonly string[] {
  const top = topOf(path);
  const mayImportElectron = path === 'electron/main.ts' || path.startsWith('electron/app/');
  return imports.flatMap(({ specifier, file }) => {
    if (file !== undefined) return [];
    if (top === 'shared' && !sharedPackages.has(specifier.split('/')[0] ?? ''))
      return [`${path} imports ${specifier}: shared/ is pure`];
    if (top === 'renderer' && (isBuiltin(specifier) || machinePackages.test(specifier)))
      return [`${path} imports ${specifier}: windows are sandboxed, use the bridge`];
    if (top === 'electron' && windowPackages.test(specifier))
      return [`${path} imports ${specifier}: that is for windows`];
    if (top === 'electron' && /^electron(\/|$)/.test(specifier) && !mayImportElectron)
      return [`${path} imports ${specifier}: only electron/main.ts and electron/app/ may`];
    return [];
  });
}

const place = (feature: string): number => sharedOrder.findIndex((known) => known === feature);

/** The order of the features inside shared/. */
function checkSharedOrder({ path, imports }: SourceFile): readonly string[] {
  const feature = featureOf(path);
  if (feature !== 'text' && place(feature) < 0) return [`${path}: add "${feature}" to the order of shared/'s features`];
  return imports.flatMap(({ file }) => {
    const target = file === undefined ? feature : featureOf(file);
    if (target === feature || file === undefined) return [];
    if (feature === 'text')
      return target === 'base' || file.endsWith('/sentences.ts')
        ? []
        : [`${path} imports ${file}: text/ gathers sentences only`];
    return place(target) >= 0 && place(target) < place(feature)
      ? []
      : [`${path} imports ${file}: ${feature} comes before ${target} in shared/`];
  });
}

/** Features of electron/ never import the composition; features of renderer/ never import each other. */
function checkFeatures({ path, imports }: SourceFile): readonly string[] {
  const top = topOf(path);
  const feature = featureOf(path);
  return imports.flatMap(({ file }) => {
    if (file === undefined || topOf(file) !== top || featureOf(file) === feature) return [];
    const says = `${path} imports ${file}`;
    if (path.startsWith('electron/cli/') && /^electron\/(app\/|main\.ts)/.test(file))
      return [`${says}: mtx runs without Electron`];
    if (path.startsWith('electron/app/') && file.startsWith('electron/cli/')) return [`${says}: two programs, not one`];
    if (sideOf(path) !== undefined && sideOf(file) !== undefined && sideOf(path) !== sideOf(file))
      return [`${says}: the expert's side and the office's side are independent`];
    if (composes(path)) return [];
    if (composes(file)) return [`${says}: a feature does not import what puts it together`];
    if (top === 'renderer' && !rendererFoundation.has(featureOf(file)) && featureOf(file) !== feature.split('/')[0])
      return [`${says}: features of renderer/ are independent`];
    return [];
  });
}

/** Every breach of the directions of imports, one sentence each; empty when all is well. */
export function checkDirections(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [
    ...checkTops(file),
    ...checkPackages(file),
    ...(topOf(file.path) === 'shared' ? checkSharedOrder(file) : checkFeatures(file)),
  ]);
}

/** Imports of files that do not exist (or lack their extension). `exists` gets a path from the root. */
export function findDangling(files: readonly SourceFile[], exists: (path: string) => boolean): readonly string[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter(({ file }) => file !== undefined && !exists(file))
      .map(({ specifier }) => `${path} imports ${specifier}: no such file (the extension is part of the name)`),
  );
}

/** Which feature of a top folder imports which others. The composition of a process is no feature. */
function gatherEdges(files: readonly SourceFile[], top: string): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { path, imports } of files.filter((file) => topOf(file.path) === top && !composes(file.path))) {
    const targets = imports.map(({ file }) => file).filter((file) => file !== undefined && topOf(file) === top);
    const others = targets.map((file) => featureOf(file ?? '')).filter((feature) => feature !== featureOf(path));
    edges.set(featureOf(path), new Set([...(edges.get(featureOf(path)) ?? []), ...others]));
  }
  return edges;
}

/** A cycle among the features of one top folder, as `a → b → a`; undefined when there is none. */
export function findFeatureCycle(files: readonly SourceFile[], top: string): string | undefined {
  const edges = gatherEdges(files, top);
  const remaining = new Set(edges.keys());
  const nextOf = (feature: string): string | undefined =>
    [...(edges.get(feature) ?? [])].find((next) => remaining.has(next));
  // Take away whatever imports nothing that remains: what cannot be taken away leads into a cycle.
  for (let free: string | undefined; (free = [...remaining].find((feature) => nextOf(feature) === undefined));)
    remaining.delete(free);
  const trail: string[] = [];
  for (let at = [...remaining].toSorted()[0]; at !== undefined; at = nextOf(at)) {
    if (trail.includes(at)) return [...trail.slice(trail.indexOf(at)), at].join(' → ');
    trail.push(at);
  }
  return undefined;
}

/** Everything a file reaches by imports, itself included: paths of files and names of packages. */
export function findReached(files: readonly SourceFile[], start: string): ReadonlySet<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...(byPath.get(path)?.imports ?? []).map(({ specifier, file }) => file ?? specifier));
  }
  return reached;
}
