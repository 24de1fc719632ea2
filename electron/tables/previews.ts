import { fail, ok, type Result } from '#shared/base/result.ts';
import type { ImportOutcome, ImportPreview } from '#shared/ipc/office-views.ts';
import type { IpcCode } from '#shared/ipc/sentences.ts';
import type { RowMend } from '#shared/tables/interpretation.ts';
import { parsePreviewRowId } from './import-preview.ts';

/** A spreadsheet that was read and waits to be taken. Both judge it anew, with what was typed in for held rows. */
export type WaitingImport = {
  readonly show: (mends: readonly RowMend[]) => Omit<ImportPreview, 'id'>;
  /** Stores every row that is not held; all of them or, on failure, none. */
  readonly take: (mends: readonly RowMend[]) => Result<ImportOutcome>;
};

/** The previews that a window has open. Nothing of them is stored anywhere else. */
export type Previews = {
  readonly open: (waiting: WaitingImport) => ImportPreview;
  /** Gives a row other cell texts, by cell key, and judges the whole sheet again. */
  readonly mendPreviewRow: (input: {
    readonly previewId: string;
    readonly rowId: string;
    readonly cells: Readonly<Record<string, string>>;
  }) => Result<ImportPreview, IpcCode>;
  readonly take: (input: { readonly previewId: string }) => Result<ImportOutcome>;
};

type Entry = { readonly waiting: WaitingImport; readonly mends: readonly RowMend[] };

/** Enough for a person who opens one file after the other; older ones are forgotten. */
const limit = 4;

/** Makes an empty set of previews. @param randomId makes a new id, 32 hexadecimal digits */
export function makePreviews(randomId: () => string): Previews {
  const entries = new Map<string, Entry>();
  const find = (id: string): Result<Entry, IpcCode> => {
    const entry = entries.get(id);
    return entry === undefined ? fail('ipc.preview-gone') : ok(entry);
  };
  return {
    open: (waiting) => {
      const id = randomId();
      entries.set(id, { waiting, mends: [] });
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
      return { id, ...waiting.show([]) };
    },
    mendPreviewRow: ({ previewId, rowId, cells }) => {
      const entry = find(previewId);
      if (!entry.ok) return entry;
      const mends = addMend(entry.value.mends, rowId, cells);
      entries.set(previewId, { ...entry.value, mends });
      return ok({ id: previewId, ...entry.value.waiting.show(mends) });
    },
    take: ({ previewId }) => {
      const entry = find(previewId);
      if (!entry.ok) return entry;
      const taken = entry.value.waiting.take(entry.value.mends);
      if (taken.ok) entries.delete(previewId);
      return taken;
    },
  };
}

function addMend(mends: readonly RowMend[], rowId: string, cells: RowMend['cells']): readonly RowMend[] {
  const place = parsePreviewRowId(rowId);
  if (place === null) return mends;
  const isHere = (mend: RowMend): boolean => mend.sheet === place.sheet && mend.row === place.row;
  const before = mends.find(isHere);
  return [...mends.filter((mend) => !isHere(mend)), { ...place, cells: { ...before?.cells, ...cells } }];
}
