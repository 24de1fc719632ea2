// Fonts are named, none is shipped: what offices have first, then what Linux systems have. Sizes as on printed forms:
// title 小二 (18 pt), body 小五 (9 pt).
const body = '"SimSun","宋体","Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC",serif';
const heading = '"方正小标宋简体","FZXiaoBiaoSong-B05S","STZhongsong","华文中宋",' + body;

/** Styles of forms on paper: A4 landscape (wide sheets A3), hairlines, repeated table heads, rows kept whole, greys for black-and-white print. */
export const printCss = `
@page { size: A4 landscape; margin: 14mm 12mm 16mm; }
@page wide { size: A3 landscape; margin: 14mm 12mm 16mm; }
section.wide { page: wide; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 9pt/1.35 ${body}; font-variant-numeric: tabular-nums; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { margin: 0 0 2mm; font: bold 18pt/1.3 ${heading}; text-align: center; }
.subtitle { margin: 0 0 3mm; text-align: center; font-size: 9.5pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.4pt solid #555; padding: 0.8mm 0.35em; vertical-align: middle; overflow-wrap: anywhere; }
th { background: #e9ecf2; font-weight: bold; text-align: center; }
td.left { text-align: left; }
td.center { text-align: center; }
td.right { text-align: right; white-space: nowrap; }
.bold { font-weight: bold; }
td.filled { background: #e4e4e4; }
td.line { border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000; letter-spacing: 0; }
.note { margin: 2.5mm 0 0; break-inside: avoid; }
.note:last-child { margin-top: 7mm; }
`;
