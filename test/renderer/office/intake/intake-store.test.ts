import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  countVerdicts,
  filterEntries,
  importFiles,
  mergeEntries,
  useIntake,
} from '#renderer/office/intake/intake-store.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { IntakeEntry, IntakeVerdict } from '#shared/ipc/office-views.ts';

const entry = (id: string, verdict: IntakeVerdict = 'accepted'): IntakeEntry => ({
  id,
  file: `${id}.mtxresult`,
  verdict,
  code: verdict === 'refused' ? 'package.crc' : null,
  detail: {},
  roundId: 'r',
  expertId: 'e',
  expertName: '专家甲',
  seq: 1,
  statement: null,
  sheets: 30,
  receivedAt: '2026-11-22T10:00:00Z',
});
const file = (id: string): Grant => ({ id, name: `${id}.mtxresult`, kind: 'file' });

const importResults = vi.fn<(files: readonly string[]) => Promise<Result<readonly IntakeEntry[]>>>();

beforeEach(() => {
  importResults.mockReset();
  vi.stubGlobal('window', {
    mtx: { call: (_: string, input: { readonly files: readonly string[] }) => importResults(input.files) },
  });
  useIntake.setState({ busy: false, latest: null, failure: null, turn: 0 });
});

afterEach(() => vi.unstubAllGlobals());

describe('importing result packages', () => {
  it('takes files that come while an import runs in the same go, after it', async () => {
    let answer: (result: Result<readonly IntakeEntry[]>) => void = () => undefined;
    importResults.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    importResults.mockResolvedValueOnce(ok([entry('2')]));
    const first = importFiles([file('1')]);
    await importFiles([file('2')]);
    expect(useIntake.getState().busy).toBe(true);
    answer(ok([entry('1')]));
    await first;
    expect(importResults.mock.calls).toEqual([[['1']], [['2']]]);
    expect(useIntake.getState()).toMatchObject({ busy: false, turn: 1, latest: [{ id: '1' }, { id: '2' }] });
  });

  it('keeps what came in before a refusal of the whole call, and says why it ended', async () => {
    importResults.mockResolvedValueOnce(fail('ipc.grant-unknown'));
    await importFiles([file('1')]);
    expect(useIntake.getState()).toMatchObject({ busy: false, latest: [], failure: { code: 'ipc.grant-unknown' } });
    importResults.mockResolvedValueOnce(ok([entry('3')]));
    await importFiles([file('3')]);
    expect(useIntake.getState()).toMatchObject({ failure: null, latest: [{ id: '3' }] });
  });
});

describe('the list of packages', () => {
  const history = [entry('b', 'refused'), entry('a')];

  it('shows each package once, what just came in first', () => {
    expect(mergeEntries(history, [entry('a'), entry('c'), entry('d')]).map(({ id }) => id)).toEqual([
      'd',
      'c',
      'b',
      'a',
    ]);
  });

  it('can be narrowed to the latest import or to refusals', () => {
    expect(filterEntries(history, [entry('a')], 'latest').map(({ id }) => id)).toEqual(['a']);
    expect(filterEntries(history, null, 'refused').map(({ id }) => id)).toEqual(['b']);
    expect(filterEntries(history, null, 'all')).toHaveLength(2);
  });

  it('counts verdicts', () => {
    expect(countVerdicts(history)).toEqual({ accepted: 1, superseded: 0, duplicate: 0, refused: 1 });
  });
});
