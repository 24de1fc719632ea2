import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** How often each kind of work is killed: a slice in every test run, `MTX_KILLS=200` for the whole. */
export const kills = Number(process.env['MTX_KILLS'] ?? 12);

/** Bundles a child program as the product is bundled, so that it runs in a process of its own. */
export async function bundleChild(name: string, folder: string): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, 'test', 'fault', `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  });
  return join(folder, `${name}.cjs`);
}

/**
 * Runs a child and kills it with SIGKILL as soon as it has printed `lines` lines; a child that ends before is not killed.
 * @returns the complete lines that it had printed by then
 */
export async function runAndKill(script: string, words: readonly string[], lines: number): Promise<string[]> {
  const nodePath = fileURLToPath(new URL('../../node_modules', import.meta.url));
  const child = spawn(process.execPath, [script, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: nodePath },
  });
  let text = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (part: string) => {
    text += part;
    if (text.split('\n').length > lines) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return text.split('\n').slice(0, -1);
}
