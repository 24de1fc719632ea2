import { describe, expect, it } from 'vitest';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { verificationSteps } from '#shared/packages/steps.ts';
import { listReceipts } from '#electron/receipts/list-receipts.ts';
import { makeVerificationSheets } from '#electron/receipts/verification-sheet.ts';
import { value } from '../../pipeline/make-round.ts';
import { give, handIn, round, takeIn, workspace } from './receipt-model.ts';

const make = (intakeIds: readonly string[] | null = null, language: 'zh-CN' | 'en' = 'zh-CN') =>
  makeVerificationSheets(workspace, { roundId: round.roundId, intakeIds, language });
const words = (html: string): string => html.replaceAll(/<style>.*<\/style>/gs, '').replaceAll(/<[^>]+>/g, ' ');

describe('verification sheets', () => {
  it('are one page per package, with fingerprints, counts, steps and room for signatures', async () => {
    const { path, statement } = await handIn(0);
    const [entry] = await takeIn(path, (await handIn(1)).path);
    const both = value(make());
    expect(both.html.match(/<section>/g)).toHaveLength(2);
    const one = value(make([entry?.id ?? '']));
    expect(one.fileName).toBe('示范楼宇评审-结果包核验单-专家1-1.pdf');
    const text = words(one.html);
    expect(text.replaceAll(' ', '')).toContain(statement);
    expect(text).toContain(formatFingerprint(workspace.keys.signer.fingerprint));
    expect(text).toContain('已评分 1 份，回避 0 份，弃权 0 份');
    expect(text.match(/ 通过 /g)).toHaveLength(verificationSteps.length);
    expect(text).toContain('核验人（签名）');
    expect(words(value(make(null, 'en')).html)).toContain('1 scored, 0 recused, 0 abstained');
    await give();
    expect(words(value(make()).html)).toContain('第 1 号，2026-11-23');
    expect(text).not.toContain('undefined');
  });

  it('of a refused package say at which step and why; the receipt is named once it is given', async () => {
    const [one, two] = [await handIn(0), await handIn(0)];
    const entries = await takeIn(two.path, one.path);
    const refused = entries[1]?.id ?? '';
    const before = words(value(make([refused], 'en')).html);
    expect(before).toContain('Refused [package.stale]');
    expect(before.match(/ failed /g)).toHaveLength(1);
    expect(before).toMatch(/Receipt\s+—/);
    await give();
    expect(words(value(make([refused], 'en')).html)).toMatch(/Receipt\s+number 2, signed 2026-11-23/);
    const given = value(listReceipts(workspace, { roundId: round.roundId }));
    expect(new Set(given.map(({ seq }) => seq))).toEqual(new Set([1, 2]));
  });

  it('leave open what a refusal at an early step did not reach', async () => {
    const [entry] = await takeIn((await handIn(0)).path);
    workspace.db.prepare("UPDATE intake SET verdict = 'refused', code = 'package.mode'").run();
    const text = words(value(make([entry?.id ?? ''])).html);
    expect([text.match(/ 通过 /g)?.length, text.match(/ 未通过 /g)?.length]).toEqual([8, 1]);
    expect(text.match(/ 未进行 /g)).toHaveLength(7);
  });

  it('show what packages of before the key was noted, or with an unknown code, leave open', async () => {
    const [entry] = await takeIn((await handIn(0)).path);
    workspace.db.prepare("UPDATE intake SET fingerprint = NULL, verdict = 'refused', code = 'package.zip-new'").run();
    workspace.db.prepare("UPDATE rounds SET mode = 'demo'").run();
    const { html, margins } = value(make([entry?.id ?? '']));
    expect(words(html)).toMatch(/专家密钥指纹\s+—/);
    expect(margins.header).toBe('【演示数据】');
  });

  it('escape what spreadsheets and file names bring', async () => {
    await takeIn((await handIn(0)).path);
    workspace.db.prepare("UPDATE experts SET name = '<script>alert(1)</script>'").run();
    workspace.db.prepare("UPDATE intake SET file = '\"><img src=x onerror=alert(1)>'").run();
    const { html } = value(make());
    expect(html).not.toMatch(/<script|<img/);
  });

  it('are refused for a round without packages or without such a round', () => {
    expect(make()).toMatchObject({ ok: false, error: { code: 'receipt.none' } });
    const unknown = makeVerificationSheets(workspace, { roundId: '0', intakeIds: null, language: 'en' });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'round.unknown' } });
  });
});
