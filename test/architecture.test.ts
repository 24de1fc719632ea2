import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkDirections,
  findDangling,
  findFeatureCycle,
  findReached,
  sharedOrder,
} from './architecture/directions.ts';
import { listBelow, parseSource, readSources, repositoryRoot, type SourceFile } from './architecture/source-files.ts';

const houses = ['shared', 'electron', 'renderer', 'test'];
const sources = readSources(houses);
const entries = houses.flatMap((folder) => listBelow(folder));

const agreedTop = new Set(
  `electron renderer shared test resources .ci .github .git
  package.json package-lock.json tsconfig.json electron-builder.yml
  README.md README.zh-CN.md ARCHITECTURE.md CHANGELOG.md LICENSE
  vite.config.ts vitest.config.ts playwright.config.ts stryker.config.json
  .oxlintrc.json .oxfmtrc.json .editorconfig .gitattributes .gitignore .npmrc`.split(/\s+/),
);

const forbiddenFolders = new Set(
  `services service stores store components component utils util helpers helper common lib hooks misc types constants
  models controllers managers`.split(/\s+/),
);

/** Names git ignores at the top, read from .gitignore. */
const ignoredTop = (): readonly string[] =>
  readFileSync(`${repositoryRoot}/.gitignore`, 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));

describe('the repository', () => {
  it('has nothing at its top level but what was agreed', () => {
    const ignored = ignoredTop();
    const extra = readdirSync(repositoryRoot).filter((name) => !agreedTop.has(name) && !ignored.includes(name));
    expect(extra.filter((name) => !name.endsWith('.log'))).toEqual([]);
  });

  it('names folders after features, never after kinds of code', () => {
    const folders = entries.filter((entry) => entry.isFolder).map((entry) => entry.path);
    expect(folders.filter((path) => forbiddenFolders.has(path.split('/').at(-1) ?? ''))).toEqual([]);
  });

  it('names files in kebab-case and components in PascalCase', () => {
    const names = sources.map((file) => file.path).filter((path) => !/^(test\/|renderer\/main\.tsx$)/.test(path));
    const good = /\/([a-z0-9]+(-[a-z0-9]+)*\.ts|[A-Z][A-Za-z0-9]*\.tsx)$/;
    expect(names.filter((path) => !good.test(path))).toEqual([]);
  });

  it('keeps every source file within 300 lines', () => {
    const styles = entries
      .filter(({ path, isFolder }) => !isFolder && /\.(mjs|css|sql)$/.test(path))
      .map(({ path }) => ({
        path,
        lines: readFileSync(`${repositoryRoot}/${path}`, 'utf8').trimEnd().split('\n').length,
      }));
    expect([...sources, ...styles].filter((file) => file.lines > 300).map((file) => file.path)).toEqual([]);
  });

  it('mirrors the source in its tests', () => {
    const mirrored = entries.filter(
      ({ path, isFolder }) => isFolder && /^test\/(shared|electron|renderer)\/[^/]+$/.test(path),
    );
    expect(
      mirrored.map(({ path }) => path.replace('test/', '')).filter((path) => !existsSync(`${repositoryRoot}/${path}`)),
    ).toEqual([]);
  });

  it('compiles shared/ without Node, DOM or any ambient types', () => {
    const configuration: unknown = JSON.parse(readFileSync(`${repositoryRoot}/shared/tsconfig.json`, 'utf8'));
    expect(configuration).toMatchObject({ compilerOptions: { types: [], lib: ['es2023'] } });
  });
});

describe('imports', () => {
  it('follow the directions: renderer → shared ← electron, features in their order', () => {
    expect(checkDirections(sources)).toEqual([]);
  });

  it('name files that exist', () => {
    expect(findDangling(sources, (path) => existsSync(`${repositoryRoot}/${path}`))).toEqual([]);
  });

  it.each(['shared', 'electron', 'renderer'])('form no cycle among the features of %s/', (top) => {
    expect(findFeatureCycle(sources, top)).toBeUndefined();
  });

  it('never lead from the command line to Electron', () => {
    const reached = findReached(sources, 'electron/cli/mtx.ts');
    expect([...reached].filter((path) => path === 'electron' || /^electron\/(app\/|main\.ts)/.test(path))).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const file = (path: string, ...imports: readonly string[]): SourceFile =>
    parseSource(path, imports.map((specifier) => `import '${specifier}';`).join('\n'));

  it.each([
    ['a feature of shared/ that imports a later one', file('shared/base/a.ts', '../round/b.ts')],
    ['a feature of shared/ without a place in the order', file('shared/other/a.ts')],
    ['shared/ that imports Node', file('shared/base/a.ts', 'node:fs')],
    ['shared/ that imports electron/', file('shared/ipc/a.ts', '#electron/db/b.ts')],
    ['text/ that imports more than sentences', file('shared/text/a.ts', '../ranking/rank.ts')],
    ['a feature of electron/ that imports Electron', file('electron/scoring/a.ts', 'electron')],
    ['a feature of electron/ that imports the composition', file('electron/scoring/a.ts', '../app/window.ts')],
    ['the command line that imports the windows', file('electron/cli/a.ts', '../app/window.ts')],
    ['electron/ that imports React', file('electron/reports/a.ts', 'react')],
    ['renderer/ that imports Node', file('renderer/office/A.tsx', 'node:path')],
    ['renderer/ that imports electron/', file('renderer/office/A.tsx', '#electron/db/b.ts')],
    ['a side of renderer/ that imports the other', file('renderer/office/A.tsx', '../expert/B.tsx')],
    ['a feature of renderer/ that imports another', file('renderer/office/ranking/A.tsx', '../intake/b.ts')],
    ['a feature of renderer/ that imports its side', file('renderer/office/ranking/A.tsx', '../Office.tsx')],
    ['an import across top folders by a relative path', file('electron/db/a.ts', '../../shared/base/b.ts')],
    ['an import inside a top folder by its alias', file('electron/db/a.ts', '#electron/trace/b.ts')],
  ])('refuse %s', (_, source) => {
    expect(checkDirections([source])).not.toEqual([]);
  });

  it('see re-exports, type imports and lazy imports', () => {
    const text = "export * from './a.ts'; import type { B } from './b.ts'; export const c = () => import('./c.ts');";
    expect(parseSource('shared/base/x.ts', text).imports.map(({ file: path }) => path)).toEqual(
      expect.arrayContaining(['shared/base/a.ts', 'shared/base/b.ts', 'shared/base/c.ts']),
    );
  });

  it('find a cycle between features', () => {
    const cycle = [file('electron/tasks/a.ts', '../intake/b.ts'), file('electron/intake/b.ts', '../tasks/a.ts')];
    expect(findFeatureCycle(cycle, 'electron')).toBe('intake → tasks → intake');
  });

  it('find Electron behind several imports', () => {
    const chain = [file('electron/cli/mtx.ts', '../db/a.ts'), file('electron/db/a.ts', 'electron')];
    expect([...findReached(chain, 'electron/cli/mtx.ts')]).toContain('electron');
  });

  it('know each feature of shared/ once', () => {
    expect(new Set(sharedOrder).size).toBe(sharedOrder.length);
  });
});
