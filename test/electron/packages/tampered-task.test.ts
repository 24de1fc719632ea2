import type { PackageCode } from '#shared/packages/sentences.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { fingerprintPin, formatActivationCode } from '#shared/identity/activation-code.ts';
import type { TaskPredicate } from '#shared/packages/task.ts';
import { sha256 } from '#electron/base/digest.ts';
import { signingKeyFromSeed } from '#electron/identity/signing-key.ts';
import { openTask, type OpenedTask } from '#electron/packages/open-task.ts';
import { noSink } from '#electron/packages/sink.ts';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must, quickWorkFactor, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';
import { forgePackage, type Forgery } from '#test/fixtures/packages/forge.ts';
import { sampleBody, sampleCandidate } from '#test/fixtures/packages/round.ts';

let desk: Desk;
let task: OpenedTask;
let contents: Forgery['data'];
beforeAll(async () => {
  desk = await setUpDesk();
  task = must(await desk.openTask(must(await desk.sealTask()).path));
  contents = [...desk.files.keys()].toSorted().map((sha) => ({
    name: `data/dossiers/${sha}`,
    content: readFileSync(`${desk.dossiers}/${sha}`),
  }));
});
let before: string[];
beforeEach(() => {
  before = readdirSync(desk.staging);
});
afterAll(() => {
  desk.remove();
});

async function offer(change: Partial<Forgery>) {
  const lock = { by: 'passphrase', passphrase: desk.code.secret, workFactor: quickWorkFactor } as const;
  const base = { kind: 'task', predicate: task.task, signer: desk.commission.signer, data: contents ?? [], lock };
  writeFileSync(desk.path('offered.mtxtask'), await forgePackage({ ...base, ...change }));
  return desk.openTask(desk.path('offered.mtxtask'));
}

const other = signingKeyFromSeed(new Uint8Array(32).fill(3));
const otherSigner = { role: 'commission', publicKey: other.publicKey, fingerprint: other.fingerprint };
const first = (good: TaskPredicate, change: object) => ({
  predicate: { ...good, candidates: good.candidates.map((one, index) => (index === 0 ? { ...one, ...change } : one)) },
});

const cases: readonly (readonly [string, PackageCode, (good: TaskPredicate) => Partial<Forgery>])[] = [
  [
    'a task of another commission sealed to the code',
    'package.wrong-commission',
    (good) => ({ predicate: { ...good, signer: otherSigner }, signer: other }),
  ],
  [
    'a task signed in the role of an expert',
    'package.signer-role',
    (good) => ({ predicate: { ...good, signer: { ...good.signer, role: 'expert' } } }),
  ],
  [
    'a task for an enrolled key',
    'package.audience',
    (good) => ({ predicate: { ...good, audience: other.fingerprint } }),
  ],
  ['a dossier file that is missing', 'package.dossier-missing', () => ({ data: (contents ?? []).slice(1) })],
  [
    'a file that belongs to no candidate',
    'package.dossier-unnamed',
    () => ({ data: [{ name: 'data/a.exe', content: Buffer.from('MZ') }, ...(contents ?? [])] }),
  ],
  [
    'a dossier file of another size',
    'package.dossier-size',
    (good) => ({
      predicate: {
        ...good,
        candidates: good.candidates.map((one) => ({
          ...one,
          dossiers: one.dossiers.map((file) => ({ ...file, size: file.size + 1 })),
        })),
      },
    }),
  ],
  [
    'a dossier file changed after signing',
    'package.file-mismatch',
    () => ({
      members: (all) =>
        all.map((one, index) => (index === 3 ? { ...one, content: Buffer.from(one.content).fill(0, 50, 60) } : one)),
    }),
  ],
  [
    'one content with two sizes',
    'package.schema',
    (good) => first(good, { dossiers: [{ ...good.candidates[1]?.dossiers[0], size: 1 }] }),
  ],
  ['two candidates of one id', 'package.schema', (good) => first(good, { id: good.candidates[1]?.id })],
  ['two candidates of one code', 'package.schema', (good) => first(good, { code: good.candidates[1]?.code })],
  ['a candidate in an unknown track', 'package.schema', (good) => first(good, { trackId: 'none' })],
  [
    'a track with an unknown rubric',
    'package.schema',
    (good) => ({ predicate: { ...good, tracks: good.tracks.map((track) => ({ ...track, rubricId: 'none' })) } }),
  ],
  [
    'two tracks of one id',
    'package.schema',
    (good) => ({ predicate: { ...good, tracks: [...good.tracks, ...good.tracks] } }),
  ],
  [
    'two rubrics of one id',
    'package.schema',
    (good) => ({ predicate: { ...good, rubrics: [...good.rubrics, ...good.rubrics] } }),
  ],
  [
    'a re-review of an unknown candidate',
    'package.schema',
    (good) => ({
      predicate: { ...good, reviewRequests: [{ candidateId: sampleCandidate(9).id, reason: '分差过大' }] },
    }),
  ],
  [
    'a round under another id',
    'package.schema',
    (good) => ({ predicate: { ...good, round: { ...good.round, id: good.expertId } } }),
  ],
  [
    'an expert under another id',
    'package.schema',
    (good) => ({ predicate: { ...good, expert: { ...good.expert, id: good.roundId } } }),
  ],
  [
    'results to be sent in the clear',
    'package.schema',
    (good) => ({ predicate: { ...good, deliver: { ...good.deliver, address: 'http://example.org/box' } } }),
  ],
  [
    'a recipient that is none',
    'package.schema',
    (good) => ({ predicate: { ...good, deliver: { ...good.deliver, recipient: 'age1none' } } }),
  ],
  ['no candidates', 'package.schema', (good) => ({ predicate: { ...good, candidates: [] } })],
];

describe('a task package is refused, with its own code, for', () => {
  it.each(cases)('%s: %s', async (_, code, forge) => {
    const opened = await offer(forge(task.task));
    expect(opened.ok ? 'opened' : opened.error.code).toBe(code);
    expect(readdirSync(desk.staging)).toEqual(before);
  });

  it('a result sealed to its code: package.wrong-kind', async () => {
    const result = must(await desk.sealResult(task));
    const opened = await openTask({
      file: result.path,
      staging: desk.staging,
      unlock: { by: 'keys', keys: [desk.commission], commission: desk.commission.signer.fingerprint },
      sink: noSink,
    });
    expect(opened).toMatchObject({
      error: { code: 'package.wrong-kind', detail: { found: '.mtxresult', expected: '.mtxtask' } },
    });
  });

  it('the code of another task: package.wrong-code', async () => {
    const code = formatActivationCode({ ...desk.code, secret: 'ABCDEFGHJKMN' }, sha256);
    expect(await desk.openTask(desk.path('a.mtxtask'), code)).toMatchObject({ error: { code: 'package.wrong-code' } });
  });

  it.each<readonly [string, IdentityCode, (code: string) => string]>([
    ['no code', 'identity.code-empty', () => '  '],
    ['a code that is too short', 'identity.code-length', (code) => code.slice(0, -3)],
    ['a sign that no code has', 'identity.code-symbol', (code) => `?${code.slice(1)}`],
    [
      'a slip of the hand',
      'identity.code-typo',
      (code) => code.replace(/^./, (symbol) => (symbol === 'A' ? 'B' : 'A')),
    ],
  ])('%s, before anything is decrypted: %s', async (_, code, type) => {
    expect(await desk.openTask(desk.path('missing.mtxtask'), type(desk.codeText))).toMatchObject({ error: { code } });
  });

  it('a code that names another commission, although its secret opens the package', async () => {
    const code = formatActivationCode({ ...desk.code, pin: fingerprintPin(other.fingerprint) }, sha256);
    expect(await desk.openTask(desk.path('a.mtxtask'), code)).toMatchObject({
      error: { code: 'package.wrong-commission' },
    });
  });
});

describe('a task for an enrolled key', () => {
  const unlock = (commission: string) => ({ by: 'keys', keys: [desk.expert], commission }) as const;
  const sealed = () => {
    const { recipient, signer } = desk.expert;
    return desk.sealTask({
      path: desk.path('key.mtxtask'),
      lock: { by: 'key', recipient, fingerprint: signer.fingerprint },
    });
  };

  it('opens with that key alone', async () => {
    const { path } = must(await sealed());
    const { fingerprint } = desk.commission.signer;
    const input = { file: path, staging: desk.staging, sink: noSink };
    const opened = must(await openTask({ ...input, unlock: unlock(fingerprint) }));
    expect(opened.secret).toBeNull();
    expect(opened.task.audience).toBe(desk.expert.signer.fingerprint);
    expect(await openTask({ ...input, unlock: { ...unlock(fingerprint), keys: [desk.commission] } })).toMatchObject({
      error: { code: 'package.wrong-recipient' },
    });
    expect(await openTask({ ...input, unlock: unlock(other.fingerprint) })).toMatchObject({
      error: { code: 'package.wrong-commission' },
    });
    expect(await desk.openTask(path)).toMatchObject({ error: { code: 'package.identity-needed' } });
  });
});

describe('a task is not sealed', () => {
  it('when a dossier file is not held, or is another than was attached', async () => {
    const missing = await desk.sealTask({ path: desk.path('b.mtxtask'), findDossier: () => null });
    expect(missing).toMatchObject({
      error: { code: 'package.source-changed', detail: { entry: '材料1.pdf', file: 'b.mtxtask' } },
    });
    const [one] = desk.files.values();
    const swapped = await desk.sealTask({ path: desk.path('b.mtxtask'), findDossier: () => one ?? null });
    expect(swapped).toMatchObject({ error: { code: 'package.source-changed' } });
  });

  it('when a dossier file changes, grows, shrinks or goes while it is read', async () => {
    const changes = [
      (file: Buffer) => file.fill(0, 10, 20),
      (file: Buffer) => Buffer.concat([file, file]),
      (file: Buffer) => file.subarray(1),
    ];
    for (const change of changes) {
      const seal = desk.sealTask({
        path: desk.path('b.mtxtask'),
        findDossier: (sha) => {
          const file = desk.files.get(sha);
          const open = async function* () {
            for await (const part of file?.open() ?? []) yield change(Buffer.from(part));
          };
          return file === undefined ? null : { ...file, open };
        },
      });
      expect(await seal).toMatchObject({ error: { code: 'package.source-changed' } });
    }
    const gone = await desk.sealTask({
      path: desk.path('b.mtxtask'),
      findDossier: (sha) => {
        const file = desk.files.get(sha);
        const open = async function* (): AsyncGenerator<Uint8Array> {
          yield Buffer.alloc(1);
          throw Object.assign(new Error('gone'), { code: 'ENOENT' });
        };
        return file === undefined ? null : { ...file, open };
      },
    });
    expect(gone).toMatchObject({ error: { code: 'package.source-changed' } });
    expect(readdirSync(desk.folder).filter((name) => name.includes('b.mtxtask'))).toEqual([]);
  });

  it('when reading a dossier fails by a bug, which is not hidden', async () => {
    const findDossier = (sha: string) => {
      const file = desk.files.get(sha);
      const open = async function* (): AsyncGenerator<Uint8Array> {
        yield Buffer.alloc(1);
        throw new TypeError('a bug');
      };
      return file === undefined ? null : { ...file, open };
    };
    await expect(desk.sealTask({ path: desk.path('b.mtxtask'), findDossier })).rejects.toThrow('a bug');
    expect(readdirSync(desk.folder).filter((name) => name.includes('b.mtxtask'))).toEqual([]);
  });

  it('when it has more than 10,000 files', async () => {
    const dossiers = Array.from({ length: 9_998 }, (_, index) => ({
      sha256: index.toString(16).padStart(64, '0'),
      size: 0,
    }));
    const slices = Array.from({ length: 20 }, (_, index) =>
      sampleCandidate(index, dossiers.slice(index * 500, (index + 1) * 500)),
    );
    const empty = { size: 0, crc32: 0, open: () => Readable.from([]) };
    const sealed = await desk.sealTask({
      body: sampleBody(desk.commission.recipient, slices),
      findDossier: (sha256) => ({ ...empty, sha256 }),
    });
    expect(sealed).toMatchObject({ error: { code: 'package.zip-entries' } });
  });

  it('when it would not fit a FAT32 stick', async () => {
    const size = 1024 ** 3;
    const dossiers = ['1', '2', '3', '4'].map((digit) => ({ sha256: digit.repeat(64), size }));
    const sealed = await desk.sealTask({
      body: sampleBody(desk.commission.recipient, [sampleCandidate(1, dossiers)]),
      findDossier: (sha256) => ({ sha256, size, crc32: 0, open: () => Readable.from([]) }),
    });
    expect(sealed).toMatchObject({ error: { code: 'package.too-large', detail: { limit: 4092 } } });
  });
});
