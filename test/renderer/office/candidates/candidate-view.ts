import type { CandidateView } from '#shared/ipc/office-views.ts';

/** A candidate whose id is its code. */
export const candidateView = (code: string, change: Partial<CandidateView> = {}): CandidateView => ({
  id: code,
  code,
  name: `对象 ${code}`,
  unit: '渝拟公司（示例）',
  trackId: 'industry',
  fields: [],
  dossiers: [],
  search: `对象 ${code} duixiang dx`,
  ...change,
});
