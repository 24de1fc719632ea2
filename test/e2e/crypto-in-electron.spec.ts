import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { z } from 'zod';
import { createCommissionKeys, unlockCommissionKeys } from '#electron/identity/key-file.ts';
import { openResult } from '#electron/packages/open-result.ts';
import { must, setUpDesk, type Desk } from '../fixtures/packages/desk.ts';
import { seededEntropy } from '../fixtures/packages/entropy.ts';
import { loadVectors, vectorSchema } from '../fixtures/packages/vectors.ts';
import { ensureElectronRuntime } from '../runtime/electron-runtime.mjs';
import { names, passphrase } from './crypto-in-electron/exchange.ts';

// Electron's cryptography is BoringSSL, Node's is OpenSSL: what one seals, the other must open.
const vectorFolder = join(import.meta.dirname, '..', 'fixtures', 'packages', 'vectors');
let desk: Desk;
let folder: string;
test.beforeAll(async () => {
  desk = await setUpDesk();
  folder = mkdtempSync(join(tmpdir(), 'mtx-electron-crypto-'));
});
test.afterAll(() => {
  desk.remove();
  rmSync(folder, { recursive: true, force: true });
});

const answerSchema = z.object(vectorSchema.pick({ verdict: true, code: true, step: true, statement: true }).shape);
const reportSchema = z.looseObject({
  electron: z.string().min(1),
  fingerprint: z.string(),
  taskStatement: z.string(),
  resultStatement: z.string(),
  verdict: z.string(),
  refusals: z.array(z.string()),
  vectors: z.record(z.string(), answerSchema),
});

test('packages and keys pass between Node and Electron in both directions', async () => {
  const sealed = must(await desk.sealTask({ path: join(folder, names.task) }));
  writeFileSync(join(folder, names.code), desk.codeText);
  writeFileSync(join(folder, names.vectors), vectorFolder);
  const options = { entropy: seededEntropy('node'), workFactor: 8 };
  const keys = must(await createCommissionKeys(join(folder, names.keys), passphrase, options));
  await bundle();
  const { code, output } = await runElectron();
  const text = code === 0 || code === 1 ? readFileSync(join(folder, 'report.json'), 'utf8') : output;
  expect(code, text).toBe(0);
  const report = reportSchema.parse(JSON.parse(text));
  expect(report.taskStatement).toBe(sealed.statement);
  expect(report.fingerprint).toBe(keys.signer.fingerprint);
  expect(report.verdict).toBe('accepted');
  const expected = loadVectors(vectorFolder).map(({ file, ...vector }) => {
    return [file, answerSchema.parse(vector)] as const;
  });
  expect(report.vectors).toEqual(Object.fromEntries(expected));
  expect(report.refusals).toEqual(['package.not-age', 'package.damaged', 'package.damaged']);

  const task = must(await desk.openTask(join(folder, names.task)));
  const file = join(folder, names.result);
  const received = await openResult({
    file,
    staging: desk.staging,
    keys: desk.commission,
    context: desk.context(task),
  });
  expect(must(received.outcome)).toMatchObject({
    verdict: 'accepted',
    enrols: true,
    statement: report.resultStatement,
  });
  must(await unlockCommissionKeys(join(folder, names.ownKeys), passphrase));
  expect(must(await desk.openTask(join(folder, names.ownTask))).task.candidates).toEqual(task.task.candidates);
});

async function bundle(): Promise<void> {
  const external = ['electron', /^node:/, ...builtinModules];
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'crypto-in-electron', 'app.ts'),
      target: 'node20',
      outDir: join(folder, 'app'),
      minify: false,
      rolldownOptions: { external, output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  });
  writeFileSync(
    join(folder, 'app', 'package.json'),
    JSON.stringify({ name: 'exchange', version: '1.0.0', main: 'main.cjs' }),
  );
}

async function runElectron(): Promise<{ readonly code: number | null; readonly output: string }> {
  const { executable, args } = await ensureElectronRuntime();
  const own = [`--user-data-dir=${join(folder, 'profile')}`, join(folder, 'app'), folder];
  const child = spawn(executable, [...args.slice(0, -1), ...own], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}
