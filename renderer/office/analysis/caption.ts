import type { ChartLook } from './chart-look.ts';

/** What stands above a picture that leaves the program: it must say by itself what it shows, and of which round. */
export type Caption = {
  readonly width: number;
  readonly title: string;
  /** Lines below the title, broken to fit. */
  readonly lines: readonly string[];
  readonly look: Pick<ChartLook, 'font' | 'size' | 'ink' | 'soft' | 'paper'>;
};

/** What a picture is about: the round, and its track where that has a name of its own. */
export function sourceOf(round: { readonly title: string }, track: { readonly name: string }): string {
  return round.title.includes(track.name) ? round.title : `${round.title} · ${track.name}`;
}

const margin = 16;

/** Pixels that the caption takes. */
function heightOf({ lines, look: { size } }: Caption): number {
  return Math.round(margin + size * 1.8 + lines.length * size * 1.5 + margin / 2);
}

/** Base lines of the title and the lines below it. */
function basesOf({ lines, look: { size } }: Caption): { readonly title: number; readonly lines: readonly number[] } {
  const title = margin + size * 1.2;
  return { title, lines: lines.map((_, index) => title + size * 1.7 + index * size * 1.5) };
}

/** Breaks a text into lines that are no wider than `width`: between words of Latin, anywhere in Chinese but before a stop. */
export function breakLines(text: string, width: number, measure: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u0021-\u024f]+|\s|[^\u0021-\u024f\s][，。；：、）”%]*/gu) ?? []) {
    if (line !== '' && measure(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Makes a caption of a title and texts, each of which begins a line. */
export function makeCaption(
  title: string,
  texts: readonly string[],
  width: number,
  look: Caption['look'],
  measure: (text: string, font: string) => number,
): Caption {
  const font = `${look.size}px ${look.font}`;
  const fits = width - 2 * margin;
  return { width, title, look, lines: texts.flatMap((text) => breakLines(text, fits, (part) => measure(part, font))) };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** An SVG picture of a height below its caption. Title and description are also what a screen reader says. */
export function captionSvg(svg: string, height: number, caption: Caption): string {
  const { width, title, lines, look } = caption;
  const [top, bases] = [heightOf(caption), basesOf(caption)];
  const text = (content: string, y: number, style: string): string =>
    `<text x="${margin}" y="${y.toFixed(1)}" font-family="${escape(look.font)}" ${style}>${escape(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" width="${width}" height="${top + height}" viewBox="0 0 ${width} ${top + height}">`,
    `<title>${escape(title)}</title><desc>${escape(lines.join(' '))}</desc>`,
    `<rect width="${width}" height="${top + height}" fill="${look.paper}"/>`,
    text(title, bases.title, `font-size="${Math.round(look.size * 1.3)}" font-weight="600" fill="${look.ink}"`),
    ...lines.map((line, index) => text(line, bases.lines[index] ?? 0, `font-size="${look.size}" fill="${look.soft}"`)),
    svg.replace(/^<svg /, `<svg x="0" y="${top}" `),
    '</svg>',
  ].join('\n');
}

/** A drawn picture below its caption. `ratio`: pixels of the canvas for each pixel of the caption. */
export function captionCanvas(picture: HTMLCanvasElement, ratio: number, caption: Caption): HTMLCanvasElement {
  const { title, lines, look } = caption;
  const [top, bases] = [heightOf(caption), basesOf(caption)];
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height + top * ratio;
  const context = canvas.getContext('2d');
  if (context === null) return picture;
  context.fillStyle = look.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, top * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = look.ink;
  context.font = `600 ${Math.round(look.size * 1.3)}px ${look.font}`;
  context.fillText(title, margin, bases.title);
  context.fillStyle = look.soft;
  context.font = `${look.size}px ${look.font}`;
  for (const [index, line] of lines.entries()) context.fillText(line, margin, bases.lines[index] ?? 0);
  return canvas;
}
