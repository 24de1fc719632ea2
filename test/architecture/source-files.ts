import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** One import, re-export or `import()` of a source file. */
export type SourceImport = {
  /** As it is written: `../base/result.ts`, `#shared/base/result.ts`, `node:fs`, `zod`. */
  readonly specifier: string;
  /** The file meant, from the repository's root with `/`; undefined for a package or a built-in module. */
  readonly file: string | undefined;
};

/** A source file, its path from the repository's root with `/`. */
export type SourceFile = {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly SourceImport[];
};

export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Resolves what is inside the repository; Vite's queries (`?raw`, `?worker`) are not part of the file's name. */
function resolveImport(from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('#')) return bare.slice(1);
  return bare.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), bare)) : undefined;
}

/** Reads the imports out of a file's text with the bundler's own parser. Throws when the text does not parse. */
export function parseSource(path: string, text: string): SourceFile {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join('; ')}`);
  const specifiers = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap((statement) => statement.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      text.slice(start, end).replaceAll(/['"`]/g, ''),
    ),
  ];
  const imports = [...new Set(specifiers.filter((specifier) => specifier !== undefined))];
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    imports: imports.map((specifier) => ({ specifier, file: resolveImport(path, specifier) })),
  };
}

/** Paths, from the repository's root, of all files and folders below a top folder. */
export function listBelow(folder: string): readonly { readonly path: string; readonly isFolder: boolean }[] {
  return readdirSync(`${repositoryRoot}/${folder}`, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: relative(repositoryRoot, `${entry.parentPath}/${entry.name}`).split(sep).join('/'),
    isFolder: entry.isDirectory(),
  }));
}

/** Reads every TypeScript file below some top folders. */
export function readSources(folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => listBelow(folder))
    .filter(({ path, isFolder }) => !isFolder && /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(({ path }) => parseSource(path, readFileSync(`${repositoryRoot}/${path}`, 'utf8')));
}
