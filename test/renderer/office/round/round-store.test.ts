import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  chooseDraft,
  draftOf,
  isChanged,
  makeEditor,
  putDraft,
  saveDraft,
  useRoundDraft,
} from '#renderer/office/round/round-store.ts';
import { fail, ok } from '#shared/base/result.ts';
import type { Round } from '#shared/round/round.ts';
import { noCounts } from '../counts.ts';
import { design } from './design.ts';

const round: Round = {
  id: 'r',
  title: '批次',
  mode: 'official',
  status: 'draft',
  createdAt: '2026-11-20T00:00:00Z',
  deadline: null,
  design,
};

afterEach(() => {
  vi.unstubAllGlobals();
  putDraft(null);
});

describe('the draft of a round', () => {
  it('is the stored round until something is edited', () => {
    expect(isChanged(chooseDraft(null, round), round)).toBe(false);
    makeEditor(draftOf(round), false).editRubric('general', (rubric) => ({ ...rubric, name: '新标准' }));
    const { draft } = useRoundDraft.getState();
    expect(isChanged(chooseDraft(draft, round), round)).toBe(true);
  });

  it('belongs to its round, and to a draft only', () => {
    const edited = { ...draftOf(round), title: '改过' };
    expect(chooseDraft(edited, { ...round, id: 'other' }).title).toBe('批次');
    expect(chooseDraft(edited, { ...round, status: 'issued' }).title).toBe('批次');
    expect(chooseDraft(edited, round).title).toBe('改过');
  });
});

describe('saving', () => {
  it('sends tidied texts and forgets the draft', async () => {
    const saveRound = vi.fn(() => Promise.resolve(ok({ round, counts: noCounts })));
    vi.stubGlobal('window', { mtx: { call: saveRound } });
    const draft = { ...draftOf(round), title: ' 批次 ' };
    putDraft(draft);
    await saveDraft(draft);
    expect(saveRound).toHaveBeenCalledWith('saveRound', { roundId: 'r', title: '批次', deadline: null, design });
    expect(useRoundDraft.getState().draft).toBeNull();
  });

  it('keeps the draft when it is refused', async () => {
    vi.stubGlobal('window', { mtx: { call: () => Promise.resolve(fail('round.not-draft', { title: '批次' })) } });
    const draft = draftOf(round);
    putDraft(draft);
    expect(await saveDraft(draft)).toMatchObject({ ok: false });
    expect(useRoundDraft.getState().draft).toBe(draft);
  });
});
