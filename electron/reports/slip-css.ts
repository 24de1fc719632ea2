/** Print style of 激活码通知单: A4 upright, one slip a page, the code large enough to be read across a desk. */
export const slipCss = `
@page { size: A4 portrait; margin: 25mm 25mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 12pt/1.8 "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { margin: 0 0 14mm; font: 700 20pt/1.4 "SimSun", "宋体", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; text-align: center; }
p { margin: 0 0 3mm; }
.to { font-weight: 700; }
.code { margin: 8mm 0; padding: 6mm 0; border: 0.4mm solid #000; font: 700 24pt/1.2 "DejaVu Sans Mono", Consolas, Menlo, monospace; text-align: center; }
ol { margin: 4mm 0 6mm; padding-left: 7mm; }
.file { overflow-wrap: anywhere; }
.warning { margin-top: 8mm; padding-top: 4mm; border-top: 0.2mm solid #000; }
.office { margin-top: 14mm; text-align: right; }
`;
