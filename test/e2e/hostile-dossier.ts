// Files of a dossier that try everything their formats offer to run something, reach something or leave the viewer.

/** Text on the pages of the hostile PDF, so that a test sees that its pages are shown. */
export const hostileText = ['First page of the application', 'Second page of the application'] as const;

const script = (origin: string): string =>
  `<< /S /JavaScript /JS (app.launchURL\\('${origin}/script'\\); this.submitForm\\('${origin}/submit'\\); app.alert\\(1\\);) >>`;

/** Actions of ISO 32000-2, 12.6, that lead out of a document. */
function listActions(origin: string): readonly string[] {
  return [
    `<< /S /URI /URI (${origin}/link) >>`,
    script(origin),
    '<< /S /Launch /F (calc.exe) /Win << /F (calc.exe) /P (/c calc) >> /NewWindow true >>',
    '<< /S /Launch /F << /Type /Filespec /F (/usr/bin/xcalc) >> >>',
    `<< /S /GoToR /F << /FS /URL /F (${origin}/other.pdf) >> /D [0 /Fit] /NewWindow true >>`,
    '<< /S /GoToE /D [0 /Fit] /T << /R /C /N (inside.pdf) >> >>',
    `<< /S /SubmitForm /F << /FS /URL /F (${origin}/form) >> /Flags 4 >>`,
    `<< /S /ImportData /F << /FS /URL /F (${origin}/data.fdf) >> >>`,
    '<< /S /Named /N /Print >>',
    '<< /S /Named /N /SaveAs >>',
    `<< /S /Rendition /OP 0 /JS (app.launchURL\\('${origin}/rendition'\\)) >>`,
    `<< /S /Movie /Operation /Play >>`,
  ];
}

/** Annotations that cover the page in strips, one for each action, and the kinds that carry files and media. */
function listAnnotations(origin: string): readonly string[] {
  const actions = listActions(origin);
  const strip = (index: number): string => `/Rect [0 ${index * 40} 595 ${index * 40 + 38}]`;
  return [
    ...actions.map((action, index) => `<< /Type /Annot /Subtype /Link ${strip(index)} /A ${action} /Border [0 0 1] >>`),
    `<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (button) ${strip(12)} /A ${script(origin)} /AA << /E ${script(origin)} /D ${script(origin)} >> >>`,
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (text) ${strip(13)} /AA << /K ${script(origin)} /Fo ${script(origin)} >> >>`,
    `<< /Type /Annot /Subtype /FileAttachment ${strip(14)} /FS 10 0 R /Contents (attachment) >>`,
    `<< /Type /Annot /Subtype /Screen ${strip(15)} /A << /S /Rendition /OP 4 /R << /S /MR /C << /S /MCD /D << /FS /URL /F (${origin}/film.mp4) >> >> >> >> >>`,
    `<< /Type /Annot /Subtype /RichMedia ${strip(16)} /RichMediaContent << /Assets << /Names [(x.swf) 10 0 R] >> >> >>`,
  ];
}

const stream = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

function pageText(text: string): string {
  return stream('', `BT /F1 18 Tf 40 760 Td (${text}) Tj ET q 100 0 0 100 400 600 cm /Im1 Do Q`);
}

/**
 * A PDF that opens with a script, has scripts for every event, links and launch actions over its whole first page,
 * embedded files, an XFA form, a picture that lies elsewhere, and a table of contents that leads out.
 * @param origin where a listener counts what reaches it
 */
export function makeHostilePdf(origin: string): Buffer {
  const act = script(origin);
  const xfa = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"><subform name="f"><event activity="initialize"><script contentType="application/x-javascript">app.launchURL("${origin}/xfa")</script></event><field><ui><button/></ui><event activity="click"><submit target="${origin}/xfa"/></event></field></subform></template></xdp:xdp>`;
  const page = (content: number, annotations: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /AA << /O ${act} /C ${act} >> /Annots [${annotations}] /Resources << /Font << /F1 7 0 R >> /XObject << /Im1 8 0 R >> >> >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${act} /AA << /WC ${act} /WS ${act} /DS ${act} /WP ${act} /DP ${act} >> /URI << /Base (${origin}/) >> /Outlines 12 0 R /PageMode /UseAttachments /AcroForm << /Fields [] /XFA 9 0 R /NeedAppearances true >> /Names << /JavaScript << /Names [(a) ${act}] >> /EmbeddedFiles << /Names [(inside.pdf) 10 0 R] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
    page(4, listAnnotations(origin).join('\n')),
    pageText(hostileText[0]),
    page(6, ''),
    pageText(hostileText[1]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream(
      `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /F << /FS /URL /F (${origin}/picture.png) >> /FFilter /DCTDecode`,
      '\u0000\u0000\u0000',
    ),
    stream('', xfa),
    '<< /Type /Filespec /F (inside.exe) /UF (inside.exe) /EF << /F 11 0 R >> >>',
    stream('/Type /EmbeddedFile /Subtype /application#2Fx-msdownload', 'MZ not really'),
    '<< /Type /Outlines /First 13 0 R /Last 14 0 R /Count 2 >>',
    '<< /Title (Contents) /Parent 12 0 R /Next 14 0 R /Dest [5 0 R /Fit] >>',
    `<< /Title (Outside) /Parent 12 0 R /Prev 13 0 R /A << /S /URI /URI (${origin}/outline) >> >>`,
  ];
  return writePdf(objects);
}

/** Numbers the objects from 1 and adds the table of their places; the first one is the catalog. */
function writePdf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A drawing with scripts, handlers, a link, and pictures and styles from elsewhere; a red square. */
export const makeHostileDrawing = (origin: string): string => `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="200" onload="fetch('${origin}/load')">
  <style>@import url('${origin}/style.css');</style>
  <script>fetch('${origin}/drawing'); top.location = '${origin}/top';</script>
  <script href="${origin}/script.js"/>
  <a xlink:href="${origin}/link"><rect width="200" height="200" fill="#ff0000"/></a>
  <image href="${origin}/picture.png" width="10" height="10"/>
  <use href="${origin}/other.svg#x"/>
  <foreignObject width="10" height="10"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${origin}/frame"/></foreignObject>
</svg>
`;

/** A web page that would take over whatever showed it as one. */
export const makeHostilePage = (origin: string): string =>
  `<!doctype html><title>x</title><meta http-equiv="refresh" content="0;url=${origin}/refresh"><script>fetch('${origin}/page')</script><img src="${origin}/x.png" onerror="alert(1)"><h1>页面</h1>`;
