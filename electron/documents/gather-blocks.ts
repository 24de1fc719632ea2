import type { DocumentBlock, DocumentPreview, PreviewLimits } from '#shared/candidates/document-preview.ts';

/** Gathers blocks of a preview within its limits. */
export type BlockGatherer = {
  readonly addText: (level: number, text: string) => void;
  readonly addTable: (rows: readonly (readonly string[])[]) => void;
  /** Says that something was left out already. */
  readonly shorten: () => void;
  readonly finish: (pictures: number) => DocumentPreview;
};

export function gatherBlocks(limits: PreviewLimits): BlockGatherer {
  const blocks: DocumentBlock[] = [];
  let left = limits.total;
  let shortened = false;
  const cut = (text: string): string => {
    const kept = text.slice(0, Math.min(limits.text, left));
    if (kept.length < text.length) shortened = true;
    left -= kept.length;
    return kept;
  };
  const isFull = (): boolean => {
    const full = blocks.length >= limits.blocks || left <= 0;
    if (full) shortened = true;
    return full;
  };
  return {
    addText: (level, text) => {
      if (text === '' || isFull()) return;
      blocks.push({ kind: 'text', level, text: cut(text) });
    },
    addTable: (rows) => {
      if (rows.length === 0 || isFull()) return;
      const kept = rows.slice(0, limits.rows).map((cells) => cells.slice(0, limits.columns));
      if (rows.length > limits.rows || rows.some((cells) => cells.length > limits.columns)) shortened = true;
      blocks.push({ kind: 'table', rows: kept.map((cells) => cells.map(cut)) });
    },
    shorten: () => {
      shortened = true;
    },
    finish: (pictures) => ({ blocks, shortened, pictures }),
  };
}
