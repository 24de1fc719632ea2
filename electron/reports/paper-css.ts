// Faces are named, none is shipped; the order is that of the documents.
const plain = '"SimSun","宋体","Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC",serif';
const title = '"方正小标宋简体","FZXiaoBiaoSong-B05S","STZhongsong","华文中宋",' + plain;
const official = '"仿宋_GB2312","FangSong","仿宋","STFangsong",' + plain;

/** Styles of the office's forms on paper: A4 upright, hairlines, table heads repeated, rows kept whole. */
export const paperCss = `
@page { size: A4 portrait; margin: 12mm 14mm 13mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 8.5pt/1.3 ${plain}; font-variant-numeric: tabular-nums; }
section { break-after: page; }
section:last-child { break-after: auto; }
.mark { font-weight: bold; }
h1 { margin: 2mm 0 3mm; font: bold 17pt/1.3 ${title}; text-align: center; }
.subtitle { margin: 0 0 3mm; text-align: center; }
table { width: 100%; margin: 0 0 2mm; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr.long { break-inside: auto; }
th, td { border: 0.4pt solid #333; padding: 0.45mm 1.4mm; vertical-align: middle; overflow-wrap: anywhere; text-align: left; }
th { background: #edeff3; text-align: center; }
td.middle { text-align: center; }
td.right { text-align: right; }
tr.group td { background: #edeff3; font-weight: bold; }
tr.total td { font-weight: bold; }
td.comment { height: 12mm; }
.sign { margin: 5mm 0 0; text-align: right; break-inside: avoid; }
.fingerprint { margin: 2mm 0 0; font-size: 7pt; }
.note { margin: 3mm 0 0; }
`;

/** Styles of 承诺书: the page of an official document, in 仿宋 3号. */
export const pledgeCss = `
@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 16pt/28.95pt ${official}; text-align: justify; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { margin: 0 0 28.95pt; font: bold 22pt/32pt ${title}; text-align: center; }
p { margin: 0; text-indent: 2em; }
.sign { margin: 28.95pt 0 0 9em; }
.sign p { padding-left: 5em; text-indent: -5em; line-height: 36pt; text-align: left; }
`;
