import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeVerificationSheets } from '#electron/receipts/verification-sheet.ts';
import type { Disk } from '#electron/base/write-file-atomic.ts';
import { exportAll, exportFolder, type ExportAllInput } from '#electron/reports/export-all.ts';
import { getFormFacts, saveFormFacts } from '#electron/reports/form-facts.ts';
import { openForms, type Forms } from '#electron/reports/open-forms.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { ok } from '#shared/base/result.ts';
import { noFacts } from '#shared/reports/facts.ts';
import { value } from '../../pipeline/make-round.ts';
import { temporaryRound } from '../../pipeline/temporary-round.ts';
import { facts } from './sample-paper.ts';

const temporary = temporaryRound('each', { candidates: 3, experts: 2 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
let forms: Forms;

beforeEach(() => {
  ({ folder, workspace, roundId } = temporary);
  const verification = () => makeVerificationSheets(workspace, { roundId, intakeIds: null, language: 'zh-CN' });
  forms = value(openForms(workspace, { roundId, language: 'zh-CN', naming: 'names', facts, verification }));
});

const all = (change: Partial<ExportAllInput> = {}): ExportAllInput => ({
  forms,
  target: join(folder, 'out'),
  print: null,
  cancelled: () => false,
  ...change,
});
const listBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1))
    .toSorted();
const traced = (): unknown[] =>
  workspace.db.prepare("SELECT body FROM trace WHERE event = 'form-exported'").pluck().all();

describe('exporting everything', () => {
  it('makes every form in every format, with an index that names each file and its digest', async () => {
    const printed: string[] = [];
    const print: ExportAllInput['print'] = async (html) => {
      printed.push(html);
      return Buffer.from('%PDF-1.7');
    };
    const steps: string[] = [];
    const target = exportFolder(forms, folder);
    expect(target).toMatch(/示范楼宇评审-导出-20261123-16\d\d$/);
    const made = value(
      await exportAll(workspace, all({ target, print }), (done, total, item) => steps.push(`${done}/${total} ${item}`)),
    );
    const files = listBelow(target);
    expect(files).toHaveLength(made.files.length + 1);
    expect(files).toContain('目录.xlsx');
    expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(printed.length);
    expect(printed).toHaveLength(4);
    for (const { name, size, sha256 } of made.files) {
      const bytes = readFileSync(join(target, name));
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
    }
    const text = (await readXlsx(readFileSync(join(target, '目录.xlsx')))).sheets.flatMap(({ rows }) => rows.flat());
    for (const { name, sha256 } of made.files) expect(text).toEqual(expect.arrayContaining([name, sha256]));
    // Nothing has come in yet: what needs sheets is told, with its reason.
    expect(made.skipped.map(({ form, format, code }) => [form, format, code])).toEqual([
      ['notice', 'docx', 'reports.none-selected'],
      ['opinion', 'docx', 'reports.no-sheets'],
      ['sheet', 'docx', 'reports.no-sheets'],
      ['sheet', 'pdf', 'reports.no-sheets'],
      ['verification', 'pdf', 'receipt.none'],
    ]);
    expect(text.join('\n')).toContain('还没有收到评分表');
    expect(files.join('\n')).not.toContain('激活码');
    expect(steps.at(-1)).toBe('15/15 ');
    expect(traced()).toHaveLength(4);
    expect(readdirSync(folder).some((name) => name.includes('未完成'))).toBe(false);
  });

  it('takes 核验单 along where pages are printed, noted in the log and listed in the index', async () => {
    const page = { kind: 'print', fileName: '核验单.pdf', html: '<p>', margins: { header: '', footer: '' } } as const;
    const input = { roundId, language: 'zh-CN', naming: 'names', facts, verification: () => ok(page) } as const;
    const own = value(openForms(workspace, input));
    const print = async (): Promise<Uint8Array> => Buffer.from('%PDF-1.7');
    value(await exportAll(workspace, all({ forms: own, print, only: ['verification'] })));
    expect(listBelow(join(folder, 'out'))).toEqual(['核验单.pdf', '目录.xlsx'].toSorted());
    expect(traced().map((body) => JSON.parse(String(body)))).toEqual([{ roundId, form: 'verification' }]);
    value(await exportAll(workspace, all({ forms: own, target: join(folder, 'unprinted'), only: ['verification'] })));
    expect(listBelow(join(folder, 'unprinted'))).toEqual(['目录.xlsx']);
  });

  it('leaves nothing when it is cancelled, and takes another turn', async () => {
    let asked = 0;
    const cancelled = await exportAll(workspace, all({ cancelled: () => (asked += 1) > 3 }));
    expect(cancelled).toEqual({ ok: false, error: { code: 'reports.cancelled' } });
    expect(readdirSync(folder)).toEqual(['office']);
    expect(traced()).toEqual([]);
    value(await exportAll(workspace, all()));
    expect(existsSync(join(folder, 'out', '目录.xlsx'))).toBe(true);
  });

  it('leaves nothing when the disk is full or read-only at any of its files', async () => {
    const real: Disk = { open, rename, rm };
    const count = value(await exportAll(workspace, all({ target: join(folder, 'whole') }))).files.length + 1;
    for (const code of ['ENOSPC', 'EROFS', 'EIO']) {
      for (let at = 1; at <= count; at += 1) {
        let opened = 0;
        const disk: Disk = {
          ...real,
          open: async (path, flags, mode) => {
            if (String(flags).startsWith('w') && (opened += 1) === at) throw Object.assign(new Error(code), { code });
            return open(path, flags, mode);
          },
        };
        const failed = await exportAll(workspace, all({ disk }));
        expect(failed.ok, `${code} at ${at}`).toBe(false);
        expect(readdirSync(folder).toSorted()).toEqual(['office', 'whole']);
      }
    }
  });

  it('takes an empty folder, refuses one that holds something, and takes away what a killed run left', async () => {
    const target = join(folder, 'out');
    mkdirSync(target);
    mkdirSync(join(folder, 'out（未完成）'));
    const former = exportFolder(forms, folder).replace(/\d{8}-\d{4}$/, '20261122-0900（未完成）');
    mkdirSync(former);
    mkdirSync(join(folder, '他人的文件夹（未完成）'));
    writeFileSync(join(folder, 'out（未完成）', 'old.docx'), 'half');
    value(await exportAll(workspace, all()));
    expect(listBelow(target)).not.toContain('old.docx');
    expect(readdirSync(folder).filter((name) => name.includes('未完成'))).toEqual(['他人的文件夹（未完成）']);
    expect(await exportAll(workspace, all())).toMatchObject({ error: { code: 'cli.folder-not-empty' } });
    writeFileSync(join(folder, 'file'), '');
    expect(await exportAll(workspace, all({ target: join(folder, 'file', 'out') }))).toMatchObject({ ok: false });
  });

  it('is for admins only, and so is the notice', async () => {
    const staff: UnlockedWorkspace = { ...workspace, member: { ...workspace.member, role: 'staff' } };
    expect(openForms(staff, { roundId, language: 'zh-CN', naming: 'names' })).toMatchObject({
      error: { code: 'identity.admin-only' },
    });
    expect(saveFormFacts(staff, { roundId, facts })).toMatchObject({ error: { code: 'identity.admin-only' } });
  });

  it('keeps the facts with the round, document numbers in their brackets', () => {
    expect(value(getFormFacts(workspace, { roundId }))).toEqual({
      facts: { ...noFacts, office: '评审办' },
      holidays: [],
      saved: false,
    });
    value(saveFormFacts(workspace, { roundId, facts: { ...facts, documentNumber: '渝经信公示[2026] 12号' } }));
    expect(value(getFormFacts(workspace, { roundId }))).toEqual({ facts, holidays: [], saved: true });
    // What an earlier version kept knows no chosen last day.
    const { noticeUntil: _, ...former } = facts;
    workspace.db.prepare('UPDATE form_facts SET facts = ?').run(JSON.stringify(former));
    expect(value(getFormFacts(workspace, { roundId })).facts).toEqual(facts);
    expect(getFormFacts(workspace, { roundId: '0192f000-0000-7000-8000-000000000001' })).toMatchObject({
      error: { code: 'round.unknown' },
    });
  });
});
