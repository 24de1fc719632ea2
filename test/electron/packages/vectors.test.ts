import { packageSentences } from '#shared/packages/sentences.ts';
import { sha256Hex } from '#electron/base/digest.ts';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasDebianTools, runVerifyScript } from '#test/fixtures/packages/tools.ts';
import { answerVector, loadVectors, type Vector } from '#test/fixtures/packages/vectors.ts';

const vectorFolder = new URL('../../fixtures/packages/vectors', import.meta.url).pathname;
const vectors = loadVectors(vectorFolder);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-vectors-'));
  mkdirSync(join(folder, 'staging'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the vectors', () => {
  it('are the files that were made once, all of them and no other', () => {
    const files = readdirSync(vectorFolder).filter((name) => name !== 'manifest.json');
    expect(vectors.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
    for (const { file, sha256 } of vectors)
      expect(sha256Hex(readFileSync(join(vectorFolder, file))), file).toBe(sha256);
  });

  it('are good ones of every kind, and bad ones of every step that needs no workspace', () => {
    const good = vectors.filter(({ verdict }) => verdict === 'good');
    expect(new Set(good.map(({ kind }) => kind))).toEqual(
      new Set(['task', 'result', 'receipt', 'card', 'rotation-statement', 'membership-statement', 'roster-statement']),
    );
    const steps = 'size decrypt zip envelope signature canonical format schema signer manifest files content audience';
    expect(new Set(vectors.flatMap(({ step }) => step ?? []))).toEqual(new Set(steps.split(' ')));
    const codes = vectors.flatMap(({ code }) => code ?? []);
    expect(codes.filter((code) => !(code in packageSentences))).toEqual([]);
  });

  it.each(vectors)('$file: $about', async (vector) => {
    const { verdict, code, step, statement } = vector;
    expect(await answerVector(vector, vectorFolder, join(folder, 'staging'))).toEqual({
      verdict,
      code,
      step,
      statement,
    });
    expect(readdirSync(join(folder, 'staging'))).toEqual([]);
  });
});

// Elsewhere the tools are not there to compare with.
describe.skipIf(!hasDebianTools)('Debian’s tools alone', () => {
  const ask = ({ file, unlock }: Vector, commission?: string) => {
    const path = join(vectorFolder, file);
    const expected = commission === undefined ? [] : ['-f', commission];
    if (unlock === null) return runVerifyScript([...expected, path]);
    if ('passphrase' in unlock) return runVerifyScript([...expected, path], unlock.passphrase);
    writeFileSync(join(folder, 'identity.txt'), `${unlock.identity}\n`);
    return runVerifyScript([...expected, '-i', join(folder, 'identity.txt'), path]);
  };

  it.each(vectors.filter(({ verdict }) => verdict === 'good'))('take $file', (vector) => {
    const { code, text } = ask(vector);
    expect(text).toContain(`kind       ${vector.kind.replace('-statement', '')}`);
    expect(text).toContain(`statement  ${vector.statement}`);
    expect(code).toBe(0);
  });

  const named = new Set(
    `damaged zip-name zip-duplicate zip-crc zip-file-type bag envelope signature suite-key fingerprint manifest-mismatch
    file-mismatch extra-file missing-file not-canonical version`.split(/\s+/),
  );
  const first = vectors.filter(({ code }, index, all) => {
    return named.has(`${code}`.slice('package.'.length)) && all.findIndex((other) => other.code === code) === index;
  });

  it.each(first)('refuse $file', (vector) => {
    const { code, text } = ask(vector);
    expect(text).toContain('REFUSED');
    expect(code).toBe(1);
  });
});
