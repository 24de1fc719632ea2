import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  clearPreview,
  isFor,
  mendRow,
  readFile,
  takeRows,
  usePreview,
  type ImportTarget,
} from '#renderer/office/preview/preview-store.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { ImportPreview } from '#shared/ipc/office-views.ts';

const preview = (id: string, held = 0): ImportPreview => ({
  id,
  fileName: `${id}.xlsx`,
  columns: [],
  rows: [],
  problems: [],
  notes: [],
  layouts: [],
  takeable: 3,
  held,
  warnings: 0,
});
const file = (id: string): Grant => ({ id, name: `${id}.xlsx`, kind: 'file' });
const candidates: ImportTarget = { what: 'candidates', roundId: 'r', trackId: 'car' };
const experts: ImportTarget = { what: 'experts', roundId: 'r' };

const call = vi.fn<(name: string, input: unknown) => Promise<Result<unknown>>>();

beforeEach(() => {
  call.mockReset();
  vi.stubGlobal('window', { mtx: { call } });
  clearPreview();
});

afterEach(() => vi.unstubAllGlobals());

describe('reading a spreadsheet', () => {
  it('asks for candidates of a track, or for experts', async () => {
    call.mockResolvedValue(ok(preview('p')));
    await readFile(candidates, file('a'));
    await readFile(experts, file('b'));
    expect(call.mock.calls).toEqual([
      ['previewCandidates', { roundId: 'r', file: 'a', trackId: 'car' }],
      ['previewExperts', { roundId: 'r', file: 'b' }],
    ]);
    expect(isFor(usePreview.getState().target, 'experts', 'r')).toBe(true);
    expect(isFor(usePreview.getState().target, 'candidates', 'r')).toBe(false);
  });

  it('drops the answer to an older reading', async () => {
    let answer: (result: Result<ImportPreview>) => void = () => undefined;
    call.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const first = readFile(candidates, file('a'));
    call.mockResolvedValueOnce(ok(preview('second')));
    await readFile(candidates, file('b'));
    answer(ok(preview('first')));
    await first;
    expect(usePreview.getState()).toMatchObject({ reading: false, preview: { id: 'second' } });
  });

  it('keeps the reason of a refusal', async () => {
    call.mockResolvedValueOnce(fail('tables.old-excel', { name: 'a.xls' }));
    await readFile(candidates, file('a'));
    expect(usePreview.getState()).toMatchObject({ preview: null, failure: { code: 'tables.old-excel' } });
  });
});

describe('mending and taking', () => {
  it('shows the sheet as it is judged anew', async () => {
    call.mockResolvedValueOnce(ok(preview('p', 1)));
    await readFile(candidates, file('a'));
    call.mockResolvedValueOnce(ok(preview('p', 0)));
    await mendRow('8!楼宇', { code: 'LY-08' });
    expect(call.mock.calls.at(-1)).toEqual([
      'mendPreviewRow',
      { previewId: 'p', rowId: '8!楼宇', cells: { code: 'LY-08' } },
    ]);
    expect(usePreview.getState().preview?.held).toBe(0);
  });

  it('forgets the preview once its rows are stored, and keeps it when they are not', async () => {
    call.mockResolvedValueOnce(ok(preview('p')));
    await readFile(candidates, file('a'));
    call.mockResolvedValueOnce(fail('round.not-draft'));
    await takeRows(candidates, preview('p'));
    expect(usePreview.getState().preview).not.toBeNull();
    call.mockResolvedValueOnce(ok({ taken: 3, held: 0 }));
    await takeRows(candidates, preview('p'));
    expect(usePreview.getState()).toMatchObject({ preview: null, target: null });
  });
});
