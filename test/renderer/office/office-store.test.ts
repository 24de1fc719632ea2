import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  closeRound,
  enterWorkspace,
  leaveWorkspace,
  openPage,
  openRound,
  refreshRound,
  takeFiles,
  useOffice,
} from '#renderer/office/office-store.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { noCounts } from './counts.ts';
import { design } from './round/design.ts';

const view = (id: string, candidates = 0): RoundView => ({
  round: { id, title: id, mode: 'demo', status: 'draft', createdAt: '2026-11-22T10:00:00Z', deadline: null, design },
  counts: { ...noCounts, candidates },
});

const getRound = vi.fn<(input: { readonly roundId: string }) => Promise<Result<RoundView>>>();

beforeEach(() => {
  vi.stubGlobal('window', { mtx: { call: (_: string, input: { readonly roundId: string }) => getRound(input) } });
  enterWorkspace({
    id: 'w',
    name: '评审办',
    demo: false,
    suite: 'ed25519-sha256',
    fingerprint: 'SHA256:',
    member: { id: 'm', name: '管理员', role: 'admin' },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  leaveWorkspace();
});

describe('the office', () => {
  it('opens a round on the page that was asked for', async () => {
    getRound.mockResolvedValueOnce(ok(view('a')));
    await openRound('a', 'candidates');
    expect(useOffice.getState()).toMatchObject({ page: 'candidates', round: { round: { id: 'a' } } });
  });

  it('stays where it is and keeps the reason when a round cannot be read', async () => {
    getRound.mockResolvedValueOnce(fail('round.unknown', { id: 'a' }));
    await openRound('a', 'candidates');
    expect(useOffice.getState()).toMatchObject({ page: 'overview', round: null, failure: { code: 'round.unknown' } });
  });

  it('drops counts that arrive after another round was opened', async () => {
    getRound.mockResolvedValueOnce(ok(view('a')));
    await openRound('a', 'candidates');
    let answer: (result: Result<RoundView>) => void = () => undefined;
    getRound.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const refreshed = refreshRound();
    getRound.mockResolvedValueOnce(ok(view('b')));
    await openRound('b', 'round');
    answer(ok(view('a', 30)));
    await refreshed;
    expect(useOffice.getState().round?.round.id).toBe('b');
  });

  it('hands files to a page once', () => {
    openPage('intake', [{ id: 'f', name: '甲.mtxresult', kind: 'file' }]);
    expect(takeFiles()).toHaveLength(1);
    expect(takeFiles()).toHaveLength(0);
  });

  it('goes back to the overview when the round is gone', () => {
    openPage('ranking');
    closeRound();
    expect(useOffice.getState()).toMatchObject({ page: 'overview', round: null });
  });
});
