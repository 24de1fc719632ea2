// Parts of a dossier as offices also hand them in: a Word document and an Excel list. Written by hand into their
// containers (ECMA-376), so that equal rows give equal bytes.
import { ZipFile } from 'yazl';
import { brandDeck } from '../../electron/demo/words.ts';

/** Times of all parts of a container. */
const mtime = new Date(Date.UTC(2023, 9, 28));

async function pack(parts) {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts))
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`), name, {
      mtime,
      forceDosTimestamp: true,
    });
  zip.end();
  const chunks = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** @param overrides part → its kind */
const types = (overrides) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    overrides,
  )
    .map(
      ([part, kind]) =>
        `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`,
    )
    .join('')}</Types>`;
const relations = (type, target) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

const run = (text, bold = false) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
const paragraph = (text) => `<w:p>${run(text)}</w:p>`;
const heading = (text) => `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(text, true)}</w:p>`;
const table = (rows) =>
  `<w:tbl><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders></w:tblPr>${rows.map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** 运营情况说明 of a building. */
export function operationReport(row) {
  const body = [
    heading('运营情况说明（演示数据）'),
    paragraph(`${row.楼宇名称}由${row.运营机构}运营，位于${row.地址}，建筑面积 ${row['建筑面积（万㎡）']} 万㎡，已用 ${row['已用面积（万㎡）']} 万㎡。`),
    heading('一、主要指标'),
    table([
      ['指标', '数值'],
      ['软信企业', `${row['软信企业数（家）']} 家`],
      ['从业人员', `${row['从业人员（人）']} 人`],
      ['软件收入', `${row['软件收入（万元）']} 万元`],
      ['租金', `${row['租金（元/㎡·月）']} 元/㎡·月`],
    ]),
    heading('二、服务与保障'),
    paragraph('设一站式服务窗口，提供注册登记、政策申报、人才招聘和投融资对接服务，诉求当日受理、三个工作日答复。'),
    paragraph('实行企业季度走访和年度满意度调查，连续两个季度未达到入驻条件的企业按协议调整。'),
  ].join('');
  return pack({
    '[Content_Types].xml': types({ 'word/document.xml': 'wordprocessingml.document.main' }),
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  });
}

const sheetCell = (value) =>
  typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${escape(value)}</t></is></c>`;

/** 入驻企业名单 of a building. */
export function tenantList(row, random) {
  const draw = brandDeck(random);
  const rows = Array.from({ length: 24 }, (_, index) => [
    index + 1,
    `${draw()}科技有限公司（示例）`,
    `${random.integer(3, 18)}层`,
    random.integer(12, 160),
    random.integer(300, 9000),
  ]);
  const all = [['序号', '企业名称', '楼层', '从业人员（人）', '软件收入（万元）'], ...rows];
  return pack({
    '[Content_Types].xml': types({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
    }),
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="入驻企业名单（演示）" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${all.map((cells) => `<row>${cells.map(sheetCell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  });
}
