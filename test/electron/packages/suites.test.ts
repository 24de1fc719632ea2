import { suiteSchema, type SuiteName } from '#shared/packages/suite.ts';
import { createKeys, loadKeys, type OwnKeys } from '#electron/identity/keys.ts';
import { openResult } from '#electron/packages/open-result.ts';
import { dropStaged } from '#electron/packages/stage-file.ts';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, expectRefusals, head, type Row } from '#test/fixtures/packages/case.ts';
import { must, setUpDesk } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';
import { hasDebianTools, runVerifyScript } from '#test/fixtures/packages/tools.ts';

const other = { 'ed25519-sha256': 'sm2-sm3', 'sm2-sm3': 'ed25519-sha256' } as const satisfies Record<
  SuiteName,
  SuiteName
>;

describe.each(suiteSchema.options)('in a workspace that signs with %s', (suite) => {
  let intake: Intake;
  /** An expert’s keys of the other suite. */
  let turned: OwnKeys;
  beforeAll(async () => {
    intake = await setUpIntake(await setUpDesk(suite));
    turned = loadKeys(await createKeys('expert', seededEntropy('turned'), other[suite]));
  });
  afterAll(() => {
    intake.desk.remove();
  });

  it('tasks and results pass, and say so', async () => {
    const { desk, task } = intake;
    expect(task.task.suite).toBe(suite);
    const sealed = must(await desk.sealResult(task));
    const context = desk.context(task);
    const report = await openResult({ file: sealed.path, staging: desk.staging, keys: desk.commission, context });
    const received = must(report.outcome);
    expect(received).toMatchObject({ verdict: 'accepted', enrols: true, result: { suite } });
    await dropStaged(received.staged);
  });

  it.skipIf(!hasDebianTools)('packages are verified by Debian’s tools alone', async () => {
    const { desk, task } = intake;
    const sealed = must(await desk.sealResult(task));
    writeFileSync(desk.path('commission.txt'), `${desk.commission.identity}\n`);
    const { code, text } = runVerifyScript(['-i', desk.path('commission.txt'), sealed.path]);
    expect(text).toContain(`suite      ${suite}`);
    expect(text).toContain(`statement  ${sealed.statement}`);
    expect(code).toBe(0);
  });

  it('a key of the other suite does not enrol by a code, though its signature and its proof hold', async () => {
    const { desk, task } = intake;
    const sealed = must(await desk.sealResult(task, { keys: turned }));
    const context = desk.context(task);
    const offer = (change: object) =>
      openResult({
        file: sealed.path,
        staging: desk.staging,
        keys: desk.commission,
        context: { ...context, ...change },
      });
    expect((await offer({})).outcome).toMatchObject({
      error: { code: 'package.suite-task', detail: { suite: other[suite], expected: suite } },
    });
    // Enrolled by the office itself it may sign: its suite is its own, whatever the workspace’s.
    const enrolled = await offer({ findEnrolled: () => turned.signer.fingerprint });
    const received = must(enrolled.outcome);
    expect(received.verdict).toBe('accepted');
    await dropStaged(received.staged);
  });

  describe('a result is refused that', () => {
    const renamed = (keys: () => OwnKeys): Row[1] => {
      return (good) => {
        const { publicKey, fingerprint, suite: own } = keys().signer;
        const signer = { ...good.signer, publicKey, fingerprint };
        return { predicate: { ...good, suite: other[own], signer }, signer: keys().signer };
      };
    };
    const downgrades = [
      ...cases(
        'package.suite-key',
        ['names the other suite beside its key', head({ suite: other[suite] })],
        ['has a key of the other suite and names this one', renamed(() => turned)],
      ),
      ...cases(
        'package.signature',
        [
          'is signed by the other suite beneath a key of this one',
          (good) => ({ predicate: good, signer: { ...turned.signer } }),
        ],
        [
          'exchanges the suite after signing',
          () => ({
            envelope: (whole) =>
              whole.replace(/"payload":"([^"]*)"/, (_, payload: string) => {
                const text = Buffer.from(payload, 'base64').toString();
                const changed = text.replace(`"suite":"${suite}"`, `"suite":"${other[suite]}"`);
                return `"payload":"${Buffer.from(changed).toString('base64')}"`;
              }),
          }),
        ],
      ),
    ];
    expectRefusals(downgrades, () => intake);
  });
});
