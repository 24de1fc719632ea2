import { create } from 'zustand';
import type { Failure, Result } from '#shared/base/result.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { ImportOutcome, ImportPreview } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';

/** What a spreadsheet lists, and for which round; `trackId` null: the sheet says each candidate's track. */
export type ImportTarget =
  | { readonly what: 'candidates'; readonly roundId: string; readonly trackId: string | null }
  | { readonly what: 'experts'; readonly roundId: string };

type PreviewStore = {
  readonly target: ImportTarget | null;
  readonly file: Grant | null;
  readonly preview: ImportPreview | null;
  readonly reading: boolean;
  readonly failure: Failure | null;
};

const nothing: PreviewStore = { target: null, file: null, preview: null, reading: false, failure: null };

/** The spreadsheet that is being looked at. It outlives the page, so that mended rows are not lost by a look elsewhere. */
export const usePreview = create<PreviewStore>(() => nothing);

/** Whether what is being looked at belongs to this page of this round. */
export function isFor(target: ImportTarget | null, what: ImportTarget['what'], roundId: string): boolean {
  return target?.what === what && target.roundId === roundId;
}

/** Reads a spreadsheet; the answer to an older reading is dropped. */
export async function readFile(target: ImportTarget, file: Grant): Promise<void> {
  usePreview.setState({ target, file, preview: null, reading: true, failure: null });
  const result = await ask(target, file.id);
  const now = usePreview.getState();
  if (now.file !== file || now.target !== target) return;
  usePreview.setState(
    result.ok ? { preview: result.value, reading: false } : { failure: result.error, reading: false },
  );
}

function ask(target: ImportTarget, file: string): Promise<Result<ImportPreview>> {
  const { roundId } = target;
  if (target.what === 'experts') return bridge.previewExperts({ roundId, file });
  return bridge.previewCandidates({ roundId, file, trackId: target.trackId });
}

/** Gives a row other texts; the whole sheet is judged again. */
export async function mendRow(rowId: string, cells: Record<string, string>): Promise<Result<ImportPreview | null>> {
  const { preview } = usePreview.getState();
  if (preview === null) return { ok: true, value: null };
  const result = await bridge.mendPreviewRow({ previewId: preview.id, rowId, cells });
  if (result.ok && usePreview.getState().preview?.id === preview.id) usePreview.setState({ preview: result.value });
  return result;
}

/** Stores the rows that are not held, and forgets the preview. */
export async function takeRows(target: ImportTarget, preview: ImportPreview): Promise<Result<ImportOutcome>> {
  const input = { previewId: preview.id };
  const result = await (target.what === 'experts' ? bridge.takeExperts(input) : bridge.takeCandidates(input));
  if (result.ok) clearPreview();
  return result;
}

/** Forgets the spreadsheet; nothing of it was stored. */
export function clearPreview(): void {
  usePreview.setState(nothing);
}
