// Small vocabulary for drawn pictures (SVG) and the mark that lies over each of them.

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const box = (x, y, width, height, fill, more = '') => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

export function words(x, y, text, { size = 16, fill = '#223', weight = 400, anchor = 'start' } = {}) {
  return `<text x="${x}" y="${y}" font-family="Noto Sans CJK SC" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escape(text)}</text>`;
}

export const polyline = (points, stroke, width = 2.5) =>
  `<polyline points="${points.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(' ')}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;

/** Vertical bars with values on top and labels below. */
export function bars({ x, y, width, height, values, labels, fill }) {
  const most = Math.max(...values);
  const step = width / values.length;
  const parts = values.map((value, index) => {
    const tall = Math.round((value / most) * (height - 30));
    const left = Math.round(x + index * step + step * 0.22);
    const mid = Math.round(x + (index + 0.5) * step);
    return [
      box(left, y + height - tall, Math.round(step * 0.56), tall, fill),
      words(mid, y + height - tall - 6, value.toLocaleString('en-US'), { size: 13, anchor: 'middle' }),
      words(mid, y + height + 20, labels[index], { size: 13, anchor: 'middle', fill: '#556' }),
    ].join('');
  });
  return parts.join('') + box(x, y + height, width, 1.5, '#889');
}

/** The whole picture with the mark. */
export function picture(width, height, background, content) {
  const marks = [
    [0.27, 0.3],
    [0.72, 0.55],
    [0.3, 0.85],
  ].map(
    ([right, down]) =>
      `<g transform="translate(${width * right} ${height * down}) rotate(-24)">${words(0, 0, '演示数据', { size: Math.round(width / 17), fill: 'rgba(180,50,50,0.17)', weight: 700, anchor: 'middle' })}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${box(0, 0, width, height, background)}${content.join('')}${marks.join('')}</svg>`;
}
