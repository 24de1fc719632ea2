// A4 pages of an application form: cover, numbered parts, tables, declaration; 演示数据 across every page.

/** Faces cut down to the characters used (make-dossiers.mjs), beside the page: the whole ones make big files slowly. */
export const faces = [
  { family: 'Sample Serif', weight: 400, file: 'serif.otf', source: 'NotoSerifCJK-Regular.ttc' },
  { family: 'Sample Sans', weight: 400, file: 'sans.otf', source: 'NotoSansCJK-Regular.ttc' },
  { family: 'Sample Sans', weight: 700, file: 'sans-bold.otf', source: 'NotoSansCJK-Bold.ttc' },
];

const fontFaces = faces.map(({ family, weight, file }) => `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('${file}'); }`);

const style = `
${fontFaces.join('\n')}
@page { size: A4; margin: 26mm 24mm 24mm 26mm;
  @top-right { content: '演示数据'; font: 9pt 'Sample Sans'; color: #999; }
  @bottom-center { content: '— ' counter(page) ' —'; font: 9pt 'Sample Serif'; color: #555; } }
@page cover { @bottom-center { content: none; } }
body { font: 11.5pt/1.75 'Sample Serif'; color: #111; margin: 0; }
.mark { position: fixed; top: 95mm; left: 8mm; width: 150mm; text-align: center; transform: rotate(-32deg);
  font: 700 54pt 'Sample Sans'; color: rgba(190, 60, 60, 0.1); }
.cover { page: cover; page-break-after: always; text-align: center; padding-top: 42mm; }
.cover h1 { font: 700 25pt/1.5 'Sample Sans'; margin: 0 0 6mm; }
.cover .sub { font-size: 15pt; margin-bottom: 44mm; }
.cover table { width: 118mm; margin: 0 auto; font-size: 13pt; }
.cover td { border: 0; padding: 2.6mm 1mm; text-align: left; }
.cover td + td { border-bottom: 0.6pt solid #333; }
.cover td:first-child { width: 34mm; }
.cover .date { margin-top: 34mm; font-size: 13pt; }
h2 { font: 700 14pt 'Sample Sans'; margin: 7mm 0 2.5mm; page-break-after: avoid; }
p { margin: 0 0 2mm; text-indent: 2em; text-align: justify; }
table { width: 100%; border-collapse: collapse; font-size: 10pt; line-height: 1.45; margin: 2mm 0 3.5mm; page-break-inside: avoid; }
caption { font: 10pt 'Sample Sans'; padding-bottom: 1mm; }
th, td { border: 0.5pt solid #444; padding: 1.3mm 1.8mm; }
th { background: #f1f3f6; font-family: 'Sample Sans'; font-weight: 400; }
.facts th { width: 17%; } .facts td { width: 33%; }
.whole { page-break-inside: avoid; }
td.n { text-align: right; }
thead { display: table-header-group; } tr { page-break-inside: avoid; }
.sign { margin-top: 12mm; text-align: right; line-height: 2.1; }
`;

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A numbered part: its heading and whatever follows. */
export const part = (heading, ...content) => `<h2>${escape(heading)}</h2>${content.join('')}`;

/** Paragraphs. */
export const prose = (...paragraphs) => paragraphs.map((text) => `<p>${escape(text)}</p>`).join('');

/** A table with a header row; numbers are set to the right. */
export function grid(caption, head, rows) {
  const cell = (value) => (typeof value === 'number' ? `<td class="n">${value.toLocaleString('en-US')}</td>` : `<td>${escape(value)}</td>`);
  const header = head.map((text) => `<th>${escape(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<table><caption>${escape(caption)}</caption><thead><tr>${header}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Facts in two pairs a row. */
export function facts(pairs) {
  const cells = pairs.map(([name, value]) => `<th>${escape(name)}</th><td>${escape(value)}</td>`);
  if (cells.length % 2 === 1) cells.push('<th></th><td></td>');
  const rows = [];
  for (let index = 0; index < cells.length; index += 2) rows.push(`<tr>${cells[index]}${cells[index + 1]}</tr>`);
  return `<table class="facts">${rows.join('')}</table>`;
}

/** The declaration that ends every form, on one page with its signatures. */
export function declaration(unit, what) {
  const promise = `本单位承诺：本${what}及所附材料内容真实、数据准确，不涉及国家秘密，不存在虚报、瞒报和侵犯他人知识产权的情形，愿意接受核查，并承担相应责任。`;
  const sign = `<div class="sign">申报单位（盖章）：${escape(unit)}<br>负责人（签字）：演示数据，无签字<br>2023年10月28日</div>`;
  return `<div class="whole">${part('真实性承诺', prose(promise), sign)}</div>`;
}

/** A whole form as HTML. `cover` holds pairs of the cover's lines. */
export function form({ title, subtitle, cover, parts, date = '2023年10月' }) {
  const lines = cover.map(([name, value]) => `<tr><td>${escape(name)}</td><td>${escape(value)}</td></tr>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${style}</style></head>
<body><div class="mark">演示数据</div>
<div class="cover"><h1>${escape(title)}</h1><div class="sub">${escape(subtitle)}</div><table>${lines}</table><div class="date">${date}</div></div>
${parts.join('\n')}</body></html>`;
}
