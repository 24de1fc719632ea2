/** Print styles of the 核验单: one A4 page per package, room for signatures by hand. */
export const verificationCss = `
@page { size: A4; margin: 20mm 20mm 18mm 28mm; }
body { margin: 0; font: 10.5pt/1.45 "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Sans CJK SC", serif; color: #000; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { margin: 0 0 5mm; font-size: 18pt; text-align: center; }
h2 { margin: 4mm 0 2mm; font-size: 11pt; }
table { width: calc(100% - 0.5mm); border-collapse: collapse; }
th, td { padding: 1.2mm 2mm; border: 0.3pt solid #000; text-align: left; vertical-align: top; font-weight: normal; }
th { width: 36mm; }
.code { font-family: Consolas, "Noto Sans Mono", monospace; font-size: 9pt; overflow-wrap: anywhere; }
.steps td { padding: 0.6mm 1.5mm; font-size: 9pt; }
.steps td:first-child { width: 5mm; text-align: right; }
.steps td:last-child { width: 13mm; }
.columns { display: flex; gap: 4mm; align-items: flex-start; width: calc(100% - 0.5mm); }
.columns table { flex: 1; width: 50%; }
.hint { margin: 3mm 0 0; font-size: 9pt; }
.sign { display: flex; gap: 8mm; margin-top: 6mm; }
.sign p { flex: 1; margin: 0; padding-top: 12mm; border-bottom: 0.5pt solid #000; }
`;
