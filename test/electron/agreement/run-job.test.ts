import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testRobustness } from '#shared/agreement/test-robustness.ts';
import { getAgreement, getRobustness } from '#electron/agreement/analyse-round.ts';
import { readPicture } from '#electron/agreement/picture-file.ts';
import { buildInput, track } from '../../shared/ranking/build-input.ts';

const worker = new URL('../../../electron/agreement/worker.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'mtx-job-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const input = buildInput({
  tracks: [track('t', 1)],
  policy: { selection: { quota: 1, reserve: 0, passOn: false, minimumScore: null } },
  candidates: [
    { code: 'A', sheets: [[90], [70], [80], [85]] },
    { code: 'B', sheets: [[80], [82], [79], [81]] },
    { code: 'C', sheets: [[60], [65], [50], [55]] },
  ],
});
const options = { samples: 100, seed: 7 };
const watch = (signal: AbortSignal = new AbortController().signal) => {
  const told: number[] = [];
  return { told, tools: { worker, progress: (done: number) => void told.push(done), signal } };
};

describe('an analysis in its own thread', () => {
  it('gives what the same work gives in this thread, and tells how far it is', async () => {
    const { told, tools } = watch();
    expect(await getRobustness(input, options, tools)).toEqual(testRobustness(input, options));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('hands refusals on', async () => {
    const { tools } = watch();
    const broken = { ...input, candidates: input.candidates.slice(1) };
    expect(await getAgreement(broken, tools)).toMatchObject({ ok: false, error: { code: 'ranking.sheet-orphan' } });
  });

  it('ends when it is stopped, before and in the middle', async () => {
    const stopped = new AbortController();
    stopped.abort();
    expect(await getRobustness(input, options, watch(stopped.signal).tools)).toMatchObject({
      error: { code: 'agreement.cancelled' },
    });
    const stop = new AbortController();
    const tools = { worker, progress: () => stop.abort(), signal: stop.signal };
    expect(await getRobustness(input, { samples: 10_000_000, seed: 1 }, tools)).toMatchObject({
      error: { code: 'agreement.cancelled' },
    });
  });

  it('says so when the thread dies', async () => {
    const script = join(folder, 'dies.mjs');
    writeFileSync(script, 'throw new Error("dead");');
    const { tools } = watch();
    expect(await getAgreement(input, { ...tools, worker: script })).toMatchObject({
      error: { code: 'agreement.broke-off' },
    });
    writeFileSync(join(folder, 'silent.mjs'), '');
    expect(await getAgreement(input, { ...tools, worker: join(folder, 'silent.mjs') })).toMatchObject({
      error: { code: 'agreement.broke-off' },
    });
  });
});

describe('a picture from the window', () => {
  it('is taken when it is one', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
    expect(readPicture('png', png.toString('base64'))).toMatchObject({ ok: true });
    expect(readPicture('svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')).toMatchObject({
      ok: true,
    });
  });

  it('may show names that read like code: they are text', () => {
    const named = '<svg><text x="1">B01 online onclick=1 javascript:甲</text></svg>';
    expect(readPicture('svg', named)).toMatchObject({ ok: true });
  });

  it.each([
    ['png', ''],
    ['png', 'AAAA'],
    ['svg', 'MZ'],
    ['svg', '<html></html>'],
    ['svg', '<svg><script>alert(1)</script></svg>'],
    ['svg', '<svg onload="alert(1)"></svg>'],
    ['svg', '<svg><foreignObject/></svg>'],
    ['svg', '<svg><a href="javascript:alert(1)"/></svg>'],
  ] as const)('is refused when it is none, or more than one (%s %s)', (format, content) => {
    expect(readPicture(format, content)).toMatchObject({ ok: false, error: { code: 'agreement.no-picture' } });
  });
});
