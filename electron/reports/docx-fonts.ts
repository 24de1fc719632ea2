// Faces are named, none is shipped. Where one is missing, the reader's program takes the first of the others that it has
// (w:altName in word/fontTable.xml, ECMA-376 part 1, 17.8.3.1).

/** The faces of official documents: 小标宋 for titles, 仿宋 for text, 黑体 and 楷体 for levels, 宋体 for page numbers and tables. */
export const faces = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  level1: '黑体',
  level2: '楷体_GB2312',
  plain: '宋体',
} as const;
export type Face = keyof typeof faces;

const others: Readonly<Record<Face, readonly string[]>> = {
  title: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC'],
  body: ['仿宋', 'FangSong', '方正仿宋_GBK', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'],
  level1: ['SimHei', '方正黑体_GBK', '华文黑体', 'STHeiti', 'Noto Sans CJK SC'],
  level2: ['楷体', 'KaiTi', '方正楷体_GBK', '华文楷体', 'STKaiti', 'Noto Serif CJK SC'],
  plain: ['SimSun', '方正书宋_GBK', '华文宋体', 'STSong', 'Noto Serif CJK SC'],
};

const faceNames: readonly Face[] = ['title', 'body', 'level1', 'level2', 'plain'];

/** `word/fontTable.xml` that names every face with the ones that stand in for it. */
export const fontTable = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...faceNames.map(
    (face) =>
      `<w:font w:name="${faces[face]}"><w:altName w:val="${others[face].join(',')}"/><w:charset w:val="86"/>` +
      '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>',
  ),
  '</w:fonts>',
].join('');
