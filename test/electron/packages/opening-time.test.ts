import { largeCaps, packageLimits, smallCaps, capsOf } from '#shared/packages/limits.ts';
import { openPackage, type OpenInput } from '#electron/packages/open-package.ts';
import { OpeningTime } from '#electron/packages/opening-time.ts';
import type { SignedStatement } from '#electron/packages/envelope.ts';
import { noSink } from '#electron/packages/sink.ts';
import { dropStaged, stageFile } from '#electron/packages/stage-file.ts';
import { settle } from '#electron/packages/refusal.ts';
import { sealPackage } from '#electron/packages/seal-package.ts';
import { symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, setUpDesk } from '#test/fixtures/packages/desk.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';
import { runTool } from '#test/fixtures/packages/tools.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await setUpIntake(await setUpDesk());
});
afterAll(() => {
  intake.desk.remove();
});

/** Opens the good result with a stopwatch that shows the given seconds, one after another, and then the last one. */
const openIn = (...seconds: readonly number[]) => {
  const left = [...seconds];
  const input: OpenInput<SignedStatement> = {
    file: intake.desk.path('a.mtxresult'),
    staging: intake.desk.staging,
    caps: smallCaps,
    unlock: { by: 'identities', identities: [intake.desk.commission.identity] },
    stopwatch: () => 1000 * (left.length > 1 ? (left.shift() ?? 0) : (left[0] ?? 0)),
    examine: (statement) => ({ ok: true, value: statement }),
    examineFiles: () => ({ ok: true, value: null }),
    sink: () => noSink,
  };
  return openPackage(input);
};

describe('a package that takes too long to open', () => {
  it('is refused while it is copied and while it is read, and leaves nothing', async () => {
    const slow = { error: { code: 'package.too-slow', detail: { file: 'a.mtxresult', limit: 30 } } };
    expect((await openIn(0, 100)).outcome).toMatchObject(slow);
    expect((await openIn(5, 6, 7, 100)).outcome).toMatchObject(slow);
    expect(intake.staged()).toEqual([]);
  });

  it('is not refused before: half a minute, and more for a large one', async () => {
    const { outcome } = await openIn(5, 34);
    await dropStaged(must(outcome).staged);
    const clock = { now: 0 };
    const time = new OpeningTime(() => clock.now);
    clock.now = packageLimits.openTime;
    expect(() => time.check(0)).not.toThrow();
    clock.now += 1;
    expect(() => time.check(0)).toThrow('package.too-slow');
    expect(() => time.check(1024 * 1024)).not.toThrow();
    clock.now += 512;
    expect(() => time.check(1024 * 1024)).toThrow('package.too-slow');
  });
});

describe('a package that is too large inside', () => {
  it('is not even made: a statement beyond 16 MiB, or of too many values', async () => {
    const { good, desk } = intake;
    const seal = (comment: string, count: number) =>
      sealPackage({
        path: desk.path('large.mtxresult'),
        kind: 'result',
        predicate: {
          ...good,
          sheets: Array.from({ length: count }, () => good.sheets.map((sheet) => ({ ...sheet, comment }))).flat(),
        },
        signer: desk.expert.signer,
        files: new Map(),
        lock: null,
      });
    expect(await seal('长'.repeat(5000), 300)).toMatchObject({
      error: { code: 'package.too-large', detail: { limit: 16 } },
    });
    expect(await seal('', 30_000)).toMatchObject({ error: { code: 'package.too-many-values' } });
  });

  it('is not parsed: a payload of a million values, an envelope of more than it needs', async () => {
    const { offer } = intake;
    const many = await offer({ payload: (text) => text.replace('"sheets":[', `"sheets":[${'[],'.repeat(500_000)}`) });
    expect(many.outcome).toMatchObject({ error: { code: 'package.too-many-values' } });
    expect(many.steps.at(-1)).toMatchObject({ step: 'envelope', ok: false });
    const list = await offer({ envelope: (text) => text.replace('{', `{"a":[${'[],'.repeat(20)}0],`) });
    expect(list.outcome).toMatchObject({ error: { code: 'package.envelope' } });
    expect(intake.staged()).toEqual([]);
  });

  it('has caps by its kind', () => {
    expect([capsOf('task'), capsOf('archive')]).toEqual([largeCaps, largeCaps]);
    expect([capsOf('result'), capsOf('receipt'), capsOf('card')]).toEqual([smallCaps, smallCaps, smallCaps]);
  });
});

describe.skipIf(process.platform === 'win32')('what only looks like a file', () => {
  const stage = (name: string) =>
    settle(intake.desk.path(name), () => stageFile(intake.desk.path(name), intake.desk.staging, 1000));

  it('is refused at once: a named pipe that nobody writes to, an endless device behind a link', async () => {
    expect(runTool('mkfifo', [intake.desk.path('pipe.mtxresult')]).code).toBe(0);
    expect(await stage('pipe.mtxresult')).toMatchObject({ error: { code: 'files.not-a-file' } });
    symlinkSync('/dev/zero', intake.desk.path('zero.mtxresult'));
    expect(await stage('zero.mtxresult')).toMatchObject({ error: { code: 'files.not-a-file' } });
    writeFileSync(intake.desk.path('plain.mtxresult'), 'x');
    await dropStaged(must(await stage('plain.mtxresult')));
    expect(intake.staged()).toEqual([]);
  });
});
