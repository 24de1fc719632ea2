import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { writeXlsx } from 'hucre/xlsx';
import { expect, describe, it } from 'vitest';
import { defaultPreviewLimits } from '#shared/candidates/document-preview.ts';
import { previewDocument, previewTableLimits } from '#electron/documents/preview-document.ts';
import { value } from '../../pipeline/make-round.ts';
import { bytesOf, packDocx, packZip } from './documents.ts';

const read = async (bytes: Buffer) => value(await previewDocument(bytesOf(bytes)));
const refuse = async (bytes: Buffer) => previewDocument(bytesOf(bytes));

describe('the preview of a Word document', () => {
  it('shows headings, paragraphs and tables of a real one, in their order', async () => {
    const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: '一、基本情况', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ children: [new TextRun('星澜'), new TextRun({ text: '大厦 & <园区>', bold: true })] }),
            new Table({ rows: [new TableRow({ children: [cell('面积'), cell('1.2 万㎡')] })] }),
          ],
        },
      ],
    });
    expect(await read(await Packer.toBuffer(document))).toEqual({
      blocks: [
        { kind: 'text', level: 1, text: '一、基本情况' },
        { kind: 'text', level: 0, text: '星澜大厦 & <园区>' },
        { kind: 'table', rows: [['面积', '1.2 万㎡']] },
      ],
      shortened: false,
      pictures: 0,
    });
  });

  it('leaves fields, deleted text and fallbacks out and counts pictures', async () => {
    const bytes = await packDocx(
      `<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>
       <w:r><w:instrText>INCLUDETEXT "http://example.org/x"</w:instrText></w:r><w:r><w:tab/><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r>
       <mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict/><w:p><w:r><w:t>戊</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>`,
    );
    const preview = await read(bytes);
    expect(preview.blocks).toEqual([{ kind: 'text', level: 0, text: '甲 丙\n丁' }]);
    expect(preview.pictures).toBe(1);
  });

  it('keeps a table inside a cell as lines of that cell', async () => {
    const inner =
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const bytes = await packDocx(`<w:tbl><w:tr><w:tc>${inner}<w:p/></w:tc></w:tr></w:tbl>`);
    expect((await read(bytes)).blocks).toEqual([{ kind: 'table', rows: [['a  b']] }]);
  });

  it('hands markup over as text and control characters not at all', async () => {
    const bytes = await packDocx('<w:p><w:r><w:t>&lt;img src=x onerror=alert(1)&gt;&#1;&#x202E;</w:t></w:r></w:p>');
    expect((await read(bytes)).blocks).toEqual([
      { kind: 'text', level: 0, text: '<img src=x onerror=alert(1)>\u202e' },
    ]);
  });

  it('shows the first part of one that is too long, and says so', async () => {
    const bytes = await packDocx('<w:p><w:r><w:t>段</w:t></w:r></w:p>'.repeat(defaultPreviewLimits.blocks + 1));
    const { blocks, shortened } = await read(bytes);
    expect([blocks.length, shortened]).toEqual([defaultPreviewLimits.blocks, true]);
    const long = await read(await packDocx(`<w:p><w:r><w:t>${'长'.repeat(30_000)}</w:t></w:r></w:p>`));
    expect(long).toMatchObject({ shortened: true, blocks: [{ text: '长'.repeat(defaultPreviewLimits.text) }] });
  });

  it('stays small where tables nest as deeply as they may', async () => {
    const text = `<w:p><w:r><w:t>${'字'.repeat(50_000)}</w:t></w:r></w:p>`;
    const [open, close] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'];
    const bytes = await packDocx(open.repeat(60) + text.repeat(20) + close.repeat(60));
    expect(await read(bytes)).toEqual({
      blocks: [{ kind: 'table', rows: [['字'.repeat(defaultPreviewLimits.text)]] }],
      shortened: true,
      pictures: 0,
    });
  });

  it('holds as many lines in a cell as there may be rows', async () => {
    const row = '<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>';
    const bytes = await packDocx(`<w:tbl><w:tr><w:tc><w:tbl>${row.repeat(120_000)}</w:tbl></w:tc></w:tr></w:tbl>`);
    const [table] = (await read(bytes)).blocks;
    expect(table?.kind === 'table' && table.rows[0]?.[0]?.split('\n')).toHaveLength(defaultPreviewLimits.rows);
  });

  it.each([
    ['is cut off', '<w:p><w:r>'],
    ['does not pair its tags', '<w:p></w:r>'],
    ['nests without end', '<w:p>'.repeat(300)],
  ])('is refused when the XML %s', async (_, body) => {
    expect(await refuse(await packDocx(body))).toMatchObject({ error: { code: 'candidates.document-unreadable' } });
  });

  it('is refused when the XML declares entities', async () => {
    const xml =
      '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:p><w:t>&x;</w:t></w:p></w:document>';
    expect(await refuse(await packZip({ 'word/document.xml': xml }))).toMatchObject({
      error: { code: 'candidates.document-unreadable' },
    });
  });

  it('is refused when it unpacks beyond its cap', async () => {
    const bomb = await packZip({ 'word/document.xml': Buffer.alloc(previewTableLimits.partBytes + 1, 0x20) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refuse(bomb)).toMatchObject({ error: { code: 'candidates.document-too-large' } });
  });
});

describe('the preview of an Excel document', () => {
  it('shows each sheet as a table of what a person sees', async () => {
    const rows = [
      ['名称', '面积'],
      ["=cmd|'/c calc'!A1", 12.5],
    ];
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '汇总', rows }] }));
    expect((await read(bytes)).blocks).toEqual([
      { kind: 'text', level: 2, text: '汇总' },
      {
        kind: 'table',
        rows: [
          ['名称', '面积'],
          ["=cmd|'/c calc'!A1", '12.5'],
        ],
      },
    ]);
  });
});

describe('what is no document', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['no container', Buffer.from('PK\u0003\u0004 and nothing more, word/document.xml')],
    ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))],
  ])('is refused: %s', async (_, bytes) => {
    expect(await refuse(bytes)).toMatchObject({ ok: false, error: { code: 'candidates.document-unreadable' } });
  });

  it('is refused before it is read when it is too large', async () => {
    const read = (): AsyncIterable<Uint8Array> => {
      throw new Error('was read');
    };
    const large = { size: previewTableLimits.fileBytes + 1, read };
    expect(await previewDocument(large)).toMatchObject({ error: { code: 'candidates.document-too-large' } });
  });

  it('is read no further than the length that was announced', async () => {
    const bytes = await packDocx('<w:p><w:r><w:t>甲</w:t></w:r></w:p>');
    const endless = {
      size: bytes.length,
      read: async function* read(): AsyncIterable<Uint8Array> {
        yield bytes;
        for (;;) yield Buffer.alloc(1000);
      },
    };
    expect(await previewDocument(endless)).toMatchObject({ ok: true });
  });
});
