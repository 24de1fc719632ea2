import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkTemplate } from '#electron/reports/check-template.ts';
import { builtInTemplate, documentData } from '#electron/reports/documents.ts';
import { fillDocx } from '#electron/reports/fill-docx.ts';
import {
  listFormTemplates,
  loadOwnTemplate,
  removeFormTemplate,
  setFormTemplate,
} from '#electron/reports/form-templates.ts';
import { openForms } from '#electron/reports/open-forms.ts';
import { saveTemplate } from '#electron/reports/save-template.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { documentFormSchema, type DocumentForm } from '#shared/reports/forms.ts';
import { placeholders } from '#shared/reports/placeholders.ts';
import type { Placeholder } from '#shared/reports/placeholder.ts';
import { describeFailure } from '#shared/text/sentences.ts';
import { makeRound, makeWorkspace, tickingEntropy, value } from '../../pipeline/make-round.ts';
import { partsOf, samplePaper, textOf } from './sample-paper.ts';

/** A small Word document with paragraphs, and parts put into it or in the place of others. */
function word(paragraphs: readonly string[], parts: Readonly<Record<string, string>> = {}): Buffer {
  const body = paragraphs
    .map((text) => (text.startsWith('<') ? text : `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`))
    .join('');
  const zip = new PizZip();
  const all = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  for (const [name, text] of Object.entries(all)) zip.file(name, text);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const check = (bytes: Buffer, form: DocumentForm = 'notice') => checkTemplate(form, '红头.docx', bytes);

describe('a template of the office’s own', () => {
  test('is taken when its placeholders are known where they stand, however Word has split them', async () => {
    const split = '<w:p><w:r><w:t>{发文</w:t></w:r><w:r><w:t>机关}</w:t></w:r></w:p>';
    const good = word([
      '红头',
      split,
      '{#名单}',
      '{组名}：{#对象}{序号}{对象名称}（{组名}，{批次名称}）{/对象}',
      '{/名单}',
      '{#有文号}{文号}{/有文号}{^有文号}无{/有文号}',
    ]);
    expect(await check(good)).toEqual({ ok: true, value: null });
    const data = documentData('notice', samplePaper({ mode: 'official' }), { expertId: null, candidateId: null });
    if (!data.ok) throw new Error(data.error.code);
    const filled = fillDocx(good, data.value, { title: '公示', madeAt: 0, builtIn: false });
    const text = textOf(filled ?? new Uint8Array());
    expect(text).toMatch(/^红头\n重庆市经济和信息化委员会\n示范楼宇：1/);
    expect(text).not.toMatch(/[{}]/);
  });

  test.each([
    ['an unknown name', ['{发文机关}{领导姓名}'], 'reports.template-unknown', '{领导姓名}'],
    ['a name outside of its loop', ['{对象名称}'], 'reports.template-unknown', '{对象名称}'],
    ['a loop written as a text', ['{名单}'], 'reports.template-unknown', '{名单}'],
    ['a text written as a loop', ['{#文号}x{/文号}'], 'reports.template-unknown', '{#文号}'],
    [
      'a loop inside itself',
      ['{#名单}{#对象}{#名单}{组名}{/名单}{/对象}{/名单}'],
      'reports.template-unknown',
      '{#名单}',
    ],
    ['raw markup', ['{@发文机关}'], 'reports.template-unknown', '{@发文机关}'],
    ['a change of the delimiters', ['{=[[ ]]=}[[发文机关]]'], 'reports.template-unknown', '{=[[ ]]=}'],
    ['members of objects', ['{constructor}{__proto__}'], 'reports.template-unknown', '{constructor}、{__proto__}'],
    ['a tag that does not end', ['{发文机关'], 'reports.template-broken', '“{发文机关”后面缺少“}”'],
    ['a tag that does not begin', ['发文机关}'], 'reports.template-broken', '前面缺少“{”'],
    ['doubled braces', ['{{发文机关}}'], 'reports.template-broken', '重复'],
    ['a loop that does not end', ['{#名单}{组名}'], 'reports.template-broken', '“{#名单}”没有对应的“{/名单}”'],
    ['a loop that does not begin', ['{组名}{/名单}'], 'reports.template-broken', '“{/名单}”没有对应的“{#名单}”'],
    ['loops that cross', ['{#名单}{#有文号}{/名单}{/有文号}'], 'reports.template-broken', ''],
    ['no placeholder at all', ['红头'], 'reports.template-empty', ''],
  ])('is refused for %s, and the sentence says which', async (_, paragraphs, code, said) => {
    const result = await check(word(paragraphs));
    if (result.ok) throw new Error('taken');
    expect(result.error.code).toBe(code);
    const sentence = describeFailure(result.error, 'zh-CN');
    expect(sentence).toContain('红头.docx');
    expect(sentence).toContain(said);
    expect(describeFailure(result.error, 'en')).not.toContain('…');
  });

  const type = (text: string) => ({ '[Content_Types].xml': `<Types>${text}</Types>` });
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  test.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'reports.template-macros'],
    ['a macro type', type(`${main} application/vnd.ms-word.document.macroEnabled.main+xml`), 'reports.template-macros'],
    ['controls', { 'word/activeX/activeX1.xml': '<x/>' }, 'reports.template-macros'],
    ['embedded objects', { 'word/embeddings/oleObject1.bin': 'x' }, 'reports.template-macros'],
    [
      'a template from elsewhere',
      {
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.invalid/x.dotm" TargetMode="External"/></Relationships>',
      },
      'reports.template-macros',
    ],
    ['a document type', { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY e "x">]><x/>' }, 'reports.template-not-docx'],
    [
      'another kind of document',
      type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
      'reports.template-not-docx',
    ],
  ])('is refused with %s', async (_, parts, code) => {
    expect(await check(word(['{发文机关}'], parts))).toMatchObject({ ok: false, error: { code } });
  });

  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (one: string) => ({ 'word/_rels/document.xml.rels': `<Relationships>${one}</Relationships>` });
  const field = (...codes: readonly string[]): string =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${codes.map((code) => `<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  test.each([
    ['a field in several runs', [field(' INCLUDE', 'PICTURE', ' "http://example.invalid/x"')], {}],
    ['a field written in numbers', [field(' &#73;NCLUDE&#x54;EXT "x"')], {}],
    ['a field under another prefix', ['<x:instrText xmlns:x="y">DDE c</x:instrText>'], {}],
    ['a simple field in other quotes', ["<w:fldSimple w:instr = ' LINK Excel.Sheet x'/>"], {}],
    [
      'a picture from elsewhere',
      [],
      relations(
        `<Relationship Id='r' Type='${namespace}/image' TargetMode = 'External' Target='http://example.invalid/x'/>`,
      ),
    ],
    [
      'a relation under another prefix',
      [],
      relations(`<r:Relationship TargetMode="External" Type="${namespace}/image"/>`),
    ],
    ['another document inside', [], relations(`<Relationship Id="r" Type="${namespace}/aFChunk" Target="x.html"/>`)],
  ])('is refused with %s', async (_, paragraphs, parts) => {
    expect(await check(word(['{发文机关}', ...paragraphs], parts))).toMatchObject({
      error: { code: 'reports.template-macros' },
    });
  });

  test('is refused when a part is in UTF-16, and taken with fields and links that wait', async () => {
    const hidden = Buffer.from(
      `\ufeff<Relationships><Relationship Type="${namespace}/image" TargetMode="External"/></Relationships>`,
      'utf16le',
    );
    const zip = new PizZip(word(['{发文机关}']));
    zip.file('word/_rels/settings.xml.rels', hidden);
    expect(await check(zip.generate({ type: 'nodebuffer' }))).toMatchObject({
      error: { code: 'reports.template-not-docx' },
    });
    const link = `<Relationship Id="r" Type="${namespace}/hyperlink" Target="http://example.invalid/link" TargetMode="External"/>`;
    const harmless = word(
      ['{发文机关}', field(' PAGE '), field(' HYPERLINK "http://example.invalid/LINK"')],
      relations(link),
    );
    expect(await check(harmless)).toEqual({ ok: true, value: null });
  });

  test('is refused with a field that runs or fetches, and when it is no docx, damaged, or too large', async () => {
    const run = '<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k"</w:instrText></w:r></w:p>';
    expect(await check(word(['{发文机关}', run]))).toMatchObject({ error: { code: 'reports.template-macros' } });
    for (const bytes of [Buffer.from('{发文机关}'), Buffer.alloc(0), word(['{发文机关}']).subarray(0, 300)])
      expect(await check(bytes)).toMatchObject({ error: { code: 'reports.template-not-docx' } });
    const bomb = word(['{发文机关}'], { 'word/media/x.png': 'x'.repeat(30_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await check(bomb)).toMatchObject({ error: { code: 'reports.template-not-docx' } });
    expect(await check(Buffer.alloc(9 * 1024 * 1024))).toMatchObject({
      error: { code: 'reports.template-too-large', detail: { limit: 8 } },
    });
  });
});

describe('the built-in templates', () => {
  const names = (items: readonly Placeholder[]): string[] =>
    items.flatMap(({ name, items: inner }) => [name, ...(inner === null ? [] : names(inner))]);

  test.each(documentFormSchema.options)('of %s pass their own check and use most of what is offered', async (form) => {
    const bytes = Buffer.from(await builtInTemplate(form));
    expect(await check(bytes, form)).toEqual({ ok: true, value: null });
    const text = textOf(bytes);
    const offered = new Set(names(placeholders[form]));
    const used = new Set([...text.matchAll(/\{[#/^]?([^{}]+)\}/g)].map(([, name]) => name ?? ''));
    expect([...used].filter((name) => !offered.has(name))).toEqual([]);
  });

  test('are filled from data that knows every placeholder they hold', async () => {
    const source = samplePaper({ candidates: 3, experts: 3 });
    for (const form of documentFormSchema.options) {
      const data = documentData(form, source, { expertId: null, candidateId: null });
      if (!data.ok) throw new Error(data.error.code);
      const missing: string[] = [];
      walk(placeholders[form], data.value, missing, '');
      expect(missing).toEqual([]);
    }
  });

  /** Every documented placeholder is in the data, as a text, a condition or a loop. */
  function walk(
    items: readonly Placeholder[],
    data: Readonly<Record<string, unknown>>,
    missing: string[],
    place: string,
  ): void {
    for (const { name, items: inner } of items) {
      const found = data[name];
      if (inner === null ? typeof found !== 'string' : typeof found !== 'boolean' && !Array.isArray(found))
        missing.push(`${place}${name}`);
      if (Array.isArray(found) && found.length > 0) walk(inner ?? [], found[0], missing, `${place}${name}.`);
    }
  }
});

describe('a workspace', () => {
  let folder: string;
  let workspace: UnlockedWorkspace;
  const folders: string[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mtx-templates-'));
    folders.push(folder);
    workspace = await makeWorkspace(folder, tickingEntropy());
  });
  afterEach(() => workspace.db.close());
  afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

  test('keeps the chosen template, uses it for documents, and goes back to the built-in one', async () => {
    const roundId = makeRound(workspace, 1, 2);
    const path = join(folder, '红头.docx');
    writeFileSync(path, word(['本单位格式', '{#承诺书}{专家}（{专家单位}）{/承诺书}']));
    expect(value(await setFormTemplate(workspace, { form: 'pledge', path }))).toEqual([
      { form: 'pledge', name: '红头.docx', size: readFileSync(path).length, addedAt: expect.stringMatching(/^2026/) },
    ]);
    rmSync(path);
    const pledge = async () => {
      const forms = value(openForms(workspace, { roundId, language: 'zh-CN', naming: 'names' }));
      const made = value(await forms.make({ form: 'pledge', format: 'docx' }));
      return made.kind === 'file' ? textOf(made.bytes) : '';
    };
    expect(await pledge()).toBe('本单位格式\n专家1（专家单位专家1）专家2（专家单位专家2）\n');
    writeFileSync(path, word(['{不认识}']));
    expect(await setFormTemplate(workspace, { form: 'pledge', path })).toMatchObject({ ok: false });
    expect(loadOwnTemplate(workspace, 'pledge')?.name).toBe('红头.docx');
    expect(value(removeFormTemplate(workspace, { form: 'pledge' }))).toEqual([]);
    expect(value(listFormTemplates(workspace))).toEqual([]);
    expect(await pledge()).toContain('郑重承诺');
  });

  test('lets admins choose templates only, and says when a file is gone', async () => {
    const staff: UnlockedWorkspace = { ...workspace, member: { ...workspace.member, role: 'staff' } };
    const input = { form: 'pledge', path: join(folder, 'gone.docx') } as const;
    expect(await setFormTemplate(staff, input)).toMatchObject({ error: { code: 'identity.admin-only' } });
    expect(removeFormTemplate(staff, input)).toMatchObject({ error: { code: 'identity.admin-only' } });
    expect(await setFormTemplate(workspace, input)).toMatchObject({ error: { code: 'files.missing' } });
    writeFileSync(input.path, Buffer.alloc(9 * 1024 * 1024));
    expect(await setFormTemplate(workspace, input)).toMatchObject({ error: { code: 'reports.template-too-large' } });
  });

  test('gives out its built-in templates with the faces named', async () => {
    const path = join(folder, '公示稿模板.docx');
    value(await saveTemplate(path, await builtInTemplate('notice')));
    const bytes = readFileSync(path);
    expect(await check(bytes)).toEqual({ ok: true, value: null });
    expect(partsOf(bytes).get('word/fontTable.xml')).toContain('仿宋_GB2312');
  });
});
