import { sha256Hex } from '#electron/base/digest.ts';
import { createCommissionKeys } from '#electron/identity/key-file.ts';
import { openResult } from '#electron/packages/open-result.ts';
import type { OpenedTask } from '#electron/packages/open-task.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, quickWorkFactor, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { sampleSheet, sampleTime } from '#test/fixtures/packages/round.ts';
import { hasDebianTools, outputOf, runTool, runVerifyScript } from '#test/fixtures/packages/tools.ts';

let desk: Desk;
let task: OpenedTask;
beforeAll(async () => {
  desk = await setUpDesk();
  task = must(await desk.openTask(must(await desk.sealTask()).path));
  writeFileSync(desk.path('commission.txt'), `${desk.commission.identity}\n`);
});
afterAll(() => {
  desk.remove();
});

// Elsewhere the tools are not there to compare with.
describe.skipIf(!hasDebianTools)('with Debian’s tools and no code of ours', () => {
  it('a task package is opened by its code and verified, down to its dossiers', () => {
    const out = desk.path('unpacked');
    const fingerprint = formatFingerprint(desk.commission.signer.fingerprint);
    const { code, text } = runVerifyScript(['-f', fingerprint, '-x', out, desk.path('a.mtxtask')], desk.code.secret);
    expect(text).toContain('files      ok');
    expect(text).toContain(`statement  ${task.taskStatement}`);
    expect(text).toContain(`signed by  ${fingerprint}`);
    expect(code).toBe(0);
    for (const sha256 of desk.files.keys()) {
      expect(sha256Hex(readFileSync(join(out, 'data/dossiers', sha256)))).toBe(sha256);
    }
    expect(sha256Hex(readFileSync(join(out, 'statement.json')))).toBe(task.taskStatement);
  });

  it('a result package is opened by the commission’s identity and verified', async () => {
    const sealed = must(await desk.sealResult(task));
    const { code, text } = runVerifyScript(['-i', desk.path('commission.txt'), sealed.path]);
    expect(text).toContain('kind       result');
    expect(text).toContain(`statement  ${sealed.statement}`);
    expect(code).toBe(0);
  });

  it('a package that was altered, or signed by another key than expected, is refused', async () => {
    const sealed = must(await desk.sealResult(task));
    const bytes = readFileSync(sealed.path);
    bytes[bytes.length - 50] = (bytes[bytes.length - 50] ?? 0) ^ 1;
    writeFileSync(desk.path('altered.mtxresult'), bytes);
    const identity = desk.path('commission.txt');
    expect(runVerifyScript(['-i', identity, desk.path('altered.mtxresult')])).toMatchObject({ code: 1 });
    const other = runVerifyScript(['-i', identity, '-f', desk.commission.signer.fingerprint, sealed.path]);
    expect(other.code).toBe(1);
    expect(other.text).toContain('REFUSED: signed by another key');
    expect(runVerifyScript([])).toMatchObject({ code: 2 });
  });

  it('a key file opens with its passphrase and shows an identity that `age` takes', async () => {
    const path = desk.path('keys.age');
    const passphrase = '山高水长 风清月朗';
    const keys = must(
      await createCommissionKeys(path, passphrase, { entropy: seededEntropy('file'), workFactor: quickWorkFactor }),
    );
    const plain = desk.path('keys.json');
    const typed = runTool('script', ['-qec', `age -d -o '${plain}' '${path}'`, '/dev/null'], {
      input: `${passphrase}\n`,
    });
    expect(typed.code, typed.text).toBe(0);
    expect(readFileSync(plain, 'utf8')).toContain(keys.identity);
  });

  it('a result can be made, signed, proved, zipped and sealed that our reader takes', async () => {
    const bag = desk.path('bag');
    mkdirSync(join(bag, 'data'), { recursive: true });
    const put = (name: string, content: string | Buffer) => writeFileSync(join(bag, name), content);
    put('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    put('data/note.txt', '手写签名\n');
    put('manifest-sha256.txt', outputOf('sha256sum', ['data/note.txt'], { cwd: bag }));
    const [manifest] = outputOf('sha256sum', ['manifest-sha256.txt'], { cwd: bag }).toString().split(' ');
    const predicate = foreignPredicate();
    const subject = [{ name: 'manifest-sha256.txt', digest: { sha256: manifest } }];
    const payload = JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject,
      predicateType: 'urn:mantianxing:result:1',
      predicate,
    });
    const sig = foreignSignature(payload);
    const signatures = [{ keyid: 'somebody', sig }];
    put(
      'statement.dsse.json',
      JSON.stringify({
        payloadType: 'application/vnd.in-toto+json',
        payload: Buffer.from(payload).toString('base64'),
        signatures,
      }),
    );
    outputOf(
      'zip',
      [
        '-0',
        '-X',
        '-D',
        '-q',
        '../foreign.zip',
        'bagit.txt',
        'manifest-sha256.txt',
        'statement.dsse.json',
        'data/note.txt',
      ],
      { cwd: bag },
    );
    outputOf('age', [
      '-r',
      desk.commission.recipient,
      '-r',
      desk.expert.recipient,
      '-o',
      desk.path('foreign.mtxresult'),
      desk.path('foreign.zip'),
    ]);
    const file = desk.path('foreign.mtxresult');
    const report = await openResult({
      file,
      staging: desk.staging,
      keys: desk.commission,
      context: desk.context(task),
    });
    expect(must(report.outcome)).toMatchObject({ verdict: 'accepted', enrols: true, statement: sha256Hex(payload) });
    expect(runVerifyScript(['-i', desk.path('commission.txt'), file])).toMatchObject({ code: 0 });
  });

  /** A result whose key and proof come from openssl. */
  function foreignPredicate() {
    outputOf('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', desk.path('key.pem')]);
    const der = outputOf('openssl', ['pkey', '-in', desk.path('key.pem'), '-pubout', '-outform', 'DER']);
    const fingerprint = sha256Hex(der);
    const { roundId, expertId, mode, signer, seq, candidates } = task.task;
    const proof = opensslProof(fingerprint, desk.expert.recipient);
    return {
      formatVersion: 1,
      suite: 'ed25519-sha256',
      mode,
      critical: [],
      roundId,
      expertId,
      signer: { role: 'expert', publicKey: der.toString('base64'), fingerprint },
      audience: signer.fingerprint,
      seq: 1,
      previous: null,
      issuedAt: sampleTime,
      taskStatement: task.taskStatement,
      taskSeq: seq,
      sheets: candidates.map((candidate) => sampleSheet(candidate)),
      declaration: { text: '本人独立评审。', agreedAt: sampleTime },
      expert: { name: '专家甲', recipient: desk.expert.recipient },
      enrolment: proof,
      reason: null,
    };
  }

  function opensslProof(fingerprint: string, recipient: string): string {
    const options = [
      'digest:SHA2-256',
      `key:${desk.code.secret}`,
      `hexsalt:${task.taskStatement}`,
      'info:mtx enrolment v1',
    ];
    const key = outputOf('openssl', [
      'kdf',
      '-keylen',
      '32',
      ...options.flatMap((option) => ['-kdfopt', option]),
      '-binary',
      'HKDF',
    ]);
    const { expertId, roundId } = task.task;
    const input = ['mtx enrolment v1', fingerprint, recipient, expertId, roundId, ''].join('\n');
    const mac = ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${key.toString('hex')}`, '-r'];
    return outputOf('openssl', mac, { input }).toString().slice(0, 64);
  }

  function foreignSignature(payload: string): string {
    const signed = `DSSEv1 28 application/vnd.in-toto+json ${Buffer.byteLength(payload)} ${payload}`;
    writeFileSync(desk.path('signed'), signed);
    const args = ['pkeyutl', '-sign', '-inkey', desk.path('key.pem'), '-rawin', '-in', desk.path('signed')];
    return outputOf('openssl', args).toString('base64');
  }

  it('a task sealed by `age -p` opens with the passphrase', async () => {
    const zip = desk.path('task.zip');
    const sealed = desk.path('by-age.mtxtask');
    const typed = (line: string, times: number) =>
      runTool('script', ['-qec', line, '/dev/null'], { input: `${desk.code.secret}\n`.repeat(times) });
    expect(typed(`age -d -o '${zip}' '${desk.path('a.mtxtask')}'`, 1).code).toBe(0);
    expect(typed(`age -p -o '${sealed}' '${zip}'`, 2).code).toBe(0);
    expect(must(await desk.openTask(sealed)).taskStatement).toBe(task.taskStatement);
  });
});
