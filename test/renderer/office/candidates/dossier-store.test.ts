import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { attachFolder, useDossiers } from '#renderer/office/candidates/dossier-store.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { DossierOutcome } from '#shared/ipc/office-views.ts';

const folder: Grant = { id: 'f', name: '材料', kind: 'folder' };
const outcome: DossierOutcome = { attached: 3, candidates: 2, unmatched: ['说明.txt'], missing: [], refused: [] };
const attachDossiers = vi.fn<() => Promise<Result<DossierOutcome>>>();

beforeEach(() => {
  attachDossiers.mockReset();
  vi.stubGlobal('window', { mtx: { call: () => attachDossiers() } });
  useDossiers.setState({ open: false, busy: false, outcome: null, failure: null });
});

afterEach(() => vi.unstubAllGlobals());

it('opens the drawer, reports, and asks for a new reading only when something was attached', async () => {
  attachDossiers.mockResolvedValueOnce(ok(outcome));
  expect(await attachFolder('r', folder)).toBe(true);
  expect(useDossiers.getState()).toEqual({ open: true, busy: false, outcome, failure: null });
  attachDossiers.mockResolvedValueOnce(ok({ ...outcome, attached: 0 }));
  expect(await attachFolder('r', folder)).toBe(false);
});

it('keeps the reason of a refusal and forgets it at the next folder', async () => {
  attachDossiers.mockResolvedValueOnce(fail('candidates.dossiers-too-many'));
  expect(await attachFolder('r', folder)).toBe(false);
  expect(useDossiers.getState()).toMatchObject({ busy: false, failure: { code: 'candidates.dossiers-too-many' } });
  attachDossiers.mockResolvedValueOnce(ok(outcome));
  await attachFolder('r', folder);
  expect(useDossiers.getState().failure).toBeNull();
});

it('reads one folder at a time', async () => {
  let answer: (result: Result<DossierOutcome>) => void = () => undefined;
  attachDossiers.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  const first = attachFolder('r', folder);
  expect(await attachFolder('r', folder)).toBe(false);
  answer(ok(outcome));
  expect(await first).toBe(true);
  expect(attachDossiers).toHaveBeenCalledTimes(1);
});
