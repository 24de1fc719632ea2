import { expect, it } from 'vitest';
import { nameForOutside } from '#electron/documents/outside-name.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

it.each([
  ['申报书.docx', word, '申报书.docx'],
  ['申报书.DOCX', word, '申报书.docx'],
  ['申报书.docm', word, '申报书_docm.docx'],
  ['申报书.pdf.exe', word, '申报书_pdf_exe.docx'],
  ['申报书.pdf .exe', 'application/pdf', '申报书_pdf _exe.pdf'],
  ['页面.html', 'text/plain', '页面_html.txt'],
  ['图.svg', 'image/svg+xml', '图_svg.txt'],
  ['脚本.bat', 'text/plain', '脚本_bat.txt'],
  ['照片.JPEG', 'image/jpeg', '照片.jpeg'],
  ['发票.ofd', 'application/zip', '发票.ofd'],
  ['程序.jar', 'application/zip', '程序_jar.zip'],
  ['旧表.xls', 'application/x-ole-storage', '旧表.xls'],
  ['..\\..\\autorun.docx', word, '__ __ autorun.docx'],
  ['con.docx', word, 'mtxcon.docx'],
  ['\u202efdp.docx', word, 'fdp.docx'],
])('%s (%s) goes out as %s', (name, type, outside) => {
  expect(nameForOutside(name, type)).toBe(outside);
});

it.each([
  ['安装.msi', 'application/x-ole-storage'],
  ['无名', 'application/x-ole-storage'],
  ['数据.bin', 'application/octet-stream'],
  ['快捷方式.lnk', 'application/octet-stream'],
  ['宏.xlsb', 'application/octet-stream'],
  ['x.pdf', 'application/unheard-of'],
  ['x', 'constructor'],
])('%s (%s) stays inside', (name, type) => {
  expect(nameForOutside(name, type)).toBeNull();
});
