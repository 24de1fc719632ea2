import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportForm } from '#electron/reports/export-form.ts';
import { indexForm } from '#electron/reports/index-form.ts';
import type { DocumentForm } from '#shared/reports/forms.ts';
import { office, openInOffice, pagesOf } from './open-office.ts';
import { makeExplainer } from '#shared/ranking/explain-candidate.ts';
import { sampleRound, type SampleChange } from './sample-form.ts';
import { docx, personal, samplePaper, type PaperChange } from './sample-paper.ts';

const selection = { quota: null, reserve: 3, passOn: false, minimumScore: null };
const formula = "=cmd|'/c calc'!A1";
const longName = '山城数字经济与软件信息服务产业集聚发展示范楼宇（重庆两江新区云杉南路十二号）甲乙丙';
/** 200 candidates over many pages, one with a formula for a name, one with a name of 40 characters, long comments. */
const large: PaperChange = {
  candidates: 200,
  experts: 3,
  quota: 200,
  mode: 'official',
  policy: { selection },
  names: [formula, longName],
  comment: (index) => (index < 3 ? '评'.repeat(2999) + '终' : ''),
};
const tracks: PaperChange = { kind: 'product', candidates: 20, experts: 3, quota: 2, policy: { selection } };
const kinds = ['building', 'product', 'talent', 'college', 'base'];
const bands: PaperChange = { kind: 'college', candidates: 8, experts: 3 };

async function workbook(change: SampleChange, form: 'summary' | 'ranking', reasons = false): Promise<Uint8Array> {
  const { source, input } = sampleRound(change);
  const explain = makeExplainer(input, source.ranking);
  if (!explain.ok) throw new Error(explain.error.code);
  const made = await exportForm({ ...source, ...(reasons ? { explain: explain.value } : {}), form, format: 'xlsx' });
  if (!made.ok || made.value.kind !== 'file') throw new Error('not a file');
  return made.value.bytes;
}

/** A short sheet of every built-in rubric. */
async function sheetsOfKinds(): Promise<Record<string, Uint8Array>> {
  const choice = { expertId: 'e000', candidateId: null };
  const made = kinds.map(async (kind) => {
    const bytes = await docx('sheet', samplePaper({ kind, candidates: 2, experts: 1 }), choice);
    return [`sheet-${kind}.docx`, bytes] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

let folder: string;
const pages = (name: string): Promise<string[]> => pagesOf(join(folder, `${name}.pdf`));

describe.skipIf(office === undefined)('LibreOffice opens and prints', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mtx-opens-'));
    const document = (form: DocumentForm, change: PaperChange, expertId: string | null = null) =>
      docx(form, samplePaper(change), { expertId, candidateId: null });
    const listed = { form: 'notice', format: 'docx', name: '公示稿.docx', size: 1, sha256: 'ab'.repeat(32) } as const;
    await openInOffice(folder, {
      'notice.docx': await document('notice', large),
      'notice-tracks.docx': await document('notice', tracks),
      'notice-bands.docx': await document('notice', bands),
      'sheet.docx': await document('sheet', { ...large, candidates: 3 }, 'e000'),
      ...(await sheetsOfKinds()),
      'recusals.docx': await document('recusals', large),
      'opinion.docx': await document('opinion', large),
      'pledge.docx': await document('pledge', large),
      'summary.xlsx': await workbook(large, 'summary'),
      'explained.xlsx': await workbook({ candidates: 16, experts: 7 }, 'summary', true),
      'ranking.xlsx': await workbook(large, 'ranking'),
      'index.xlsx': await indexForm(samplePaper(large), [listed], []),
    });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the notice: its text, its list over many pages under repeated heads, and page numbers on both sides', async () => {
    const made = await pages('notice');
    const all = made.join('');
    expect(made[0]).toContain('渝经信公示〔2026〕12号');
    expect(all).toContain('2026年11月23日至2026年11月27日（5个工作日）');
    expect(all).toContain('共200个');
    // A long name takes several lines of its cell.
    for (const word of [formula, longName.slice(0, 10), longName.slice(-1)])
      expect(all).toContain(word.replaceAll(/\s/g, ''));
    const listed = made.filter((page) => page.includes('推荐区县'));
    expect(listed.length).toBeGreaterThan(5);
    // The list runs from page 3 on, every page under its head.
    expect(listed).toHaveLength(made.length - 2);
    made.forEach((page, index) => expect(page).toContain(`—${index + 1}—`));
    // The lines of a title stand close, and those of a table too: over ten candidates to a page.
    expect(made.length).toBeLessThan(2 + 200 / 10);
  });

  test('a score sheet of every built-in rubric takes one page, from its mark to the fingerprints', async () => {
    for (const kind of kinds) {
      const made = await pages(`sheet-${kind}`);
      expect([kind, made.length]).toEqual([kind, 2]);
      for (const page of made) expect(page).toMatch(/内部资料.*专家签名.*结果包指纹.*收到时间/);
    }
  });

  test('the notice holds no expert, score or personal field', async () => {
    for (const name of ['notice', 'notice-tracks', 'notice-bands']) {
      const all = (await pages(name)).join('');
      for (const word of ['专家甲', '专家乙', '专家丙', '专家单位', '得分', '名次', ...Object.values(personal)])
        expect(all).not.toContain(word);
      expect(all).not.toMatch(/\d+\.\d\d/);
    }
  });

  test('the notice of five tracks and of grades: every group under its name', async () => {
    const all = (await pages('notice-tracks')).join('');
    for (const { name } of samplePaper(tracks).round.design.tracks) expect(all).toContain(`${name}（2个）`);
    expect((await pages('notice-bands')).join('')).toContain('拟定等次名单');
  });

  test('score sheets, recusals, opinions and pledges with what they must show', async () => {
    const sheets = (await pages('sheet')).join('');
    for (const word of ['内部资料', '专家签名', '结果包指纹', '终', formula.replaceAll(/\s/g, '')])
      expect(sheets).toContain(word);
    expect(sheets.match(/评{100}/)).not.toBeNull();
    expect((await pages('recusals')).join('')).toContain('本批次没有需要登记的回避情形');
    const opinions = await pages('opinion');
    expect(opinions[0]).toContain('专家组综合意见');
    expect(opinions.join('')).toContain('L200');
    const pledges = await pages('pledge');
    expect(pledges).toHaveLength(3);
    expect(pledges[2]).toContain('专家丙');
  });

  test('lists of 200 candidates with their heads on every page, and the index', async () => {
    for (const name of ['summary', 'ranking']) {
      const made = await pages(name);
      expect(made.length).toBeGreaterThan(5);
      const body = made.filter((page) => /L\d{2,3}/.test(page));
      for (const page of body) expect(page).toContain('申报单位');
      expect(made.join('')).toContain('L200');
      expect(made.join('')).toContain(formula.replaceAll(/\s/g, ''));
    }
    expect((await pages('index')).join('')).toContain('公示稿.docx');
  });

  test('the reasons of the ranking after the summary, their heads on every page too', async () => {
    const reasons = (await pages('explained')).filter((page) => page.includes('已去掉'));
    expect(reasons.length).toBeGreaterThan(1);
    for (const page of reasons) expect(page).toMatch(/名次.*编号.*名称.*结果.*说明/);
  });
});
