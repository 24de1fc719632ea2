// Dossiers (申报材料) for some candidates of each kind: forms as PDF, drawn pictures as PNG and JPEG, in folders named by code.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { demoSeed } from '../../electron/demo/demo-candidates.ts';
import { makeRandom } from '../../electron/demo/random.ts';
import { buildingForm } from './dossier-building.mjs';
import { operationReport, tenantList } from './dossier-office.mjs';
import { faces } from './dossier-page.mjs';
import { baseForm, collegeForm, talentForm } from './dossier-people.mjs';
import { productForm, testReport } from './dossier-product.mjs';
import { buildingFront, revenueChart } from './picture-building.mjs';
import { certificate, collegeChart, floorPlan, productScreen, talentChart } from './picture-others.mjs';

/** The tools take dates and the order of sets from here, so that the same input gives the same bytes. */
const env = { ...process.env, SOURCE_DATE_EPOCH: '1698451200', PYTHONHASHSEED: '0' };
const run = (tool, options) => promisify(execFile)(tool, options, { env });
const fontFolder = '/usr/share/fonts/opentype/noto';

/** Codes that have a dossier. */
const codes = {
  building: ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08'],
  product: ['P001', 'P002', 'P025', 'P026', 'P049', 'P050', 'P073', 'P074', 'P097', 'P098'],
  talent: ['T01', 'T02', 'T03', 'T04', 'T05'],
  college: ['C01', 'C02', 'C03', 'C04'],
  base: ['J01', 'J02', 'J03', 'J04'],
};

/** Of two products of a track only the first has these as well. */
const fuller = ['P001', 'P025', 'P049', 'P073', 'P097'];

/** File name → how it is made; the ending decides the format. */
const files = {
  building: { '申报书.pdf': buildingForm, '外立面示意图.jpg': buildingFront, '软件收入.png': revenueChart },
  product: { '申报书.pdf': productForm, '界面截图.png': productScreen },
  talent: { '申报书.pdf': talentForm, '产品收入.png': talentChart },
  college: { '年度建设报告.pdf': collegeForm, '毕业生去向.png': collegeChart },
  base: { '申报书.pdf': baseForm, '场地平面图.png': floorPlan },
};

const filesOf = (kind, code) =>
  fuller.includes(code) ? { ...files[kind], '检测报告.pdf': testReport, '软著证书样例.jpg': certificate } : files[kind];

/** The rows with 材料 naming the folder of those that have one. */
export function withDossiers(kind, rows) {
  return rows.map((row) => (codes[kind].includes(row.编号) ? { ...row, 材料: row.编号 } : row));
}

/** Writes `<folder>/<code>/<file>` for every candidate of the kind that has a dossier. */
export async function writeDossiers(folder, kind, rows) {
  const aside = await mkdtemp(join(tmpdir(), 'dossiers-'));
  const sources = rows
    .filter(({ 编号 }) => codes[kind].includes(编号))
    .flatMap((row) =>
      Object.entries(filesOf(kind, row.编号)).map(([name, make]) => ({
        target: join(folder, row.编号, name),
        text: make(row, makeRandom(demoSeed, 'dossier', row.编号, name)),
      })),
    );
  await cutFonts(aside, sources);
  for (const { target, text } of sources) {
    await mkdir(dirname(target), { recursive: true });
    const source = join(aside, 'source.html');
    await writeFile(source, text);
    await convert(source, target, aside);
  }
  await rm(aside, { recursive: true });
  if (kind === 'building') await writeOfficeFiles(folder, rows);
}

/** A Word document and an Excel list for the first two buildings. */
export async function writeOfficeFiles(folder, rows) {
  for (const row of rows.filter(({ 编号 }) => ['B01', 'B02'].includes(编号))) {
    await writeFile(join(folder, row.编号, '运营情况说明.docx'), await operationReport(row));
    const random = makeRandom(demoSeed, 'dossier', row.编号, 'tenants');
    await writeFile(join(folder, row.编号, '附件1 入驻企业名单.xlsx'), await tenantList(row, random));
  }
}

/**
 * Names the glyphs of a cut font by their places (cid00001, cid00002 …). weasyprint writes places where a PDF has to have
 * these names (ISO 32000-2, 9.7.4.2); readers that go by the names would show nothing of the text.
 */
const numberGlyphs = `
import io, re, sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1], recalcTimestamp=False)
places = {name: 'cid%05d' % place for place, name in enumerate(font.getGlyphOrder()) if place}
text = io.StringIO()
font.saveXML(text)
numbered = TTFont(recalcTimestamp=False)
numbered.importXML(io.StringIO(re.sub(r'\\bcid\\d{5}\\b', lambda name: places[name.group()], text.getvalue())))
numbered.save(sys.argv[1])
`;

/** Cuts the fonts down to the characters of all texts; Noto's Simplified Chinese is number 2 of each collection. */
async function cutFonts(aside, sources) {
  const characters = join(aside, 'characters.txt');
  await writeFile(characters, [...new Set(sources.map(({ text }) => text).join(''))].join(''));
  for (const { file, source } of faces) {
    const options = [`--text-file=${characters}`, '--font-number=2', '--layout-features=', `--output-file=${join(aside, file)}`];
    await run('/usr/bin/python3', ['-m', 'fontTools.subset', join(fontFolder, source), ...options]);
    await run('/usr/bin/python3', ['-c', numberGlyphs, join(aside, file)]);
  }
}

async function convert(source, target, aside) {
  if (target.endsWith('.pdf')) return run('weasyprint', ['--encoding', 'utf-8', source, target]);
  const drawn = join(aside, 'drawn.png');
  await run('rsvg-convert', ['--format', 'png', '--output', drawn, source]);
  // 96 colours are enough for drawings and keep the folder small.
  if (target.endsWith('.png')) return run('convert', [drawn, '-strip', '+dither', '-colors', '96', `png8:${target}`]);
  return run('convert', [drawn, '-strip', '-quality', '72', target]);
}
