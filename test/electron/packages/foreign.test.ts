import { suiteSchema, type SuiteName } from '#shared/packages/suite.ts';
import { sha256Hex } from '#electron/base/digest.ts';
import { openResult } from '#electron/packages/open-result.ts';
import { openTask, type OpenedTask } from '#electron/packages/open-task.ts';
import { folderSink } from '#electron/packages/sink.ts';
import { verifyPackage } from '#electron/packages/verify-package.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';
import { makeForeign, makeForeignKey, makeForeignProof, type ForeignKey } from '#test/fixtures/packages/foreign.ts';
import { cardOf, receiptFor } from '#test/fixtures/packages/kinds.ts';
import { sampleSheet, sampleTime } from '#test/fixtures/packages/round.ts';
import { hasDebianTools, outputOf, runVerifyScript } from '#test/fixtures/packages/tools.ts';

// Elsewhere the tools are not there to make packages with.
describe.skipIf(!hasDebianTools).each(suiteSchema.options)('made with Debian’s tools alone, signed by %s,', (suite) => {
  let desk: Desk;
  let task: OpenedTask;
  let office: ForeignKey;
  let expert: ForeignKey;
  beforeAll(async () => {
    desk = await setUpDesk(suite, [700, 1500]);
    task = must(await desk.openTask(must(await desk.sealTask()).path));
    office = makeForeignKey(desk.folder, suite);
    expert = makeForeignKey(desk.folder, suite);
    writeFileSync(desk.path('commission.txt'), `${desk.commission.identity}\n`);
    writeFileSync(desk.path('expert.txt'), `${desk.expert.identity}\n`);
  });
  afterAll(() => {
    desk.remove();
  });

  const head = (key: ForeignKey, role: string) => ({
    formatVersion: 1,
    suite: key.suite satisfies SuiteName,
    mode: 'demo',
    critical: [],
    signer: { role, publicKey: key.publicKey, fingerprint: key.fingerprint },
    seq: 1,
    previous: null,
    issuedAt: sampleTime,
  });

  it('a task opens, down to its dossiers', async () => {
    const { deliver, ...body } = desk.body;
    const files = [...desk.files.keys()].map(
      (hash, index) => [`data/dossiers/${hash}`, readFileSync(desk.path(`dossier-${index}.pdf`))] as const,
    );
    const predicate = {
      ...head(office, 'commission'),
      roundId: body.round.id,
      expertId: body.expert.id,
      audience: desk.expert.signer.fingerprint,
      ...body,
      deliver,
    };
    const recipients = [desk.expert.recipient];
    const file = makeForeign(desk.folder, {
      kind: 'task',
      predicate,
      key: office,
      data: Object.fromEntries(files),
      recipients,
    });
    const opened = await openTask({
      file,
      staging: desk.staging,
      unlock: { by: 'keys', keys: [desk.expert], commission: office.fingerprint },
      sink: folderSink(desk.dossiers),
    });
    expect(must(opened).task.candidates).toEqual(task.task.candidates);
    for (const [name, content] of files) expect(readFileSync(join(desk.dossiers, name.slice(-64)))).toEqual(content);
    expect(runVerifyScript(['-i', desk.path('expert.txt'), file])).toMatchObject({ code: 0 });
  });

  it('a result is taken in, with its proof of the activation code', async () => {
    const { roundId, expertId, signer, seq, candidates } = task.task;
    const { recipient } = desk.expert;
    const predicate = {
      ...head(expert, 'expert'),
      roundId,
      expertId,
      audience: signer.fingerprint,
      taskStatement: task.taskStatement,
      taskSeq: seq,
      sheets: candidates.map((candidate) => sampleSheet(candidate)),
      declaration: { text: '本人独立评审。', agreedAt: sampleTime },
      expert: { name: '专家甲', recipient },
      enrolment: makeForeignProof(desk.code.secret, task.taskStatement, [
        expert.fingerprint,
        recipient,
        expertId,
        roundId,
      ]),
      reason: null,
    };
    const recipients = [desk.commission.recipient, recipient];
    const data = { 'data/note.txt': Buffer.from('手写签名\n') };
    const file = makeForeign(desk.folder, { kind: 'result', predicate, key: expert, data, recipients });
    const context = desk.context(task);
    const { outcome } = await openResult({ file, staging: desk.staging, keys: desk.commission, context });
    expect(must(outcome)).toMatchObject({ verdict: 'accepted', enrols: true, result: { suite } });
    expect(runVerifyScript(['-i', desk.path('commission.txt'), file])).toMatchObject({ code: 0 });
  });

  it('receipts and cards verify, open and sealed', async () => {
    const receipt = { ...receiptFor(desk, task), ...head(office, 'commission') };
    const card = { ...cardOf(desk), ...head(expert, 'expert') };
    const recipients = [desk.expert.recipient];
    const made = [
      makeForeign(desk.folder, { kind: 'receipt', predicate: receipt, key: office }),
      makeForeign(desk.folder, { kind: 'receipt', predicate: receipt, key: office, recipients }),
      makeForeign(desk.folder, { kind: 'card', predicate: card, key: expert }),
      makeForeign(desk.folder, { kind: 'card', predicate: card, key: expert, recipients }),
    ];
    const unlock = { by: 'identities', identities: [desk.expert.identity] } as const;
    for (const file of made) {
      const report = await verifyPackage({
        file,
        staging: desk.staging,
        unlock,
        isCommission: (found) => found === office.fingerprint,
      });
      expect(report).toMatchObject({ ok: true, suite });
      const { code, text } = runVerifyScript(['-i', desk.path('expert.txt'), file]);
      expect(text).toContain(`statement  ${report.statement}`);
      expect(code).toBe(0);
    }
  });

  it('the fingerprint of a key is the one that openssl and sha256sum print', () => {
    writeFileSync(desk.path('key.der'), Buffer.from(office.publicKey, 'base64'));
    outputOf('openssl', ['pkey', '-pubin', '-inform', 'DER', '-in', desk.path('key.der'), '-noout']);
    const printed = outputOf('sha256sum', [desk.path('key.der')])
      .toString()
      .slice(0, 64);
    expect(printed).toBe(office.fingerprint);
    expect(sha256Hex(readFileSync(desk.path('key.der')))).toBe(printed);
  });
});
