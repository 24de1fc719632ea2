import type { Grant } from '#shared/ipc/app-calls.ts';
import type { RoundStatus } from '#shared/round/round.ts';
import type { Page } from './stages.ts';

/** Where dropped files lead, and which of them go along. */
export type FileRoute = { readonly page: Page; readonly files: readonly Grant[] };

const isTable = ({ kind, name }: Grant): boolean => kind === 'file' && /\.(xlsx|csv)$/i.test(name);

/**
 * Decides what dropped files are for. Spreadsheets are lists of experts on the experts' page, else of candidates, as long
 * as the round is a draft; a folder on the candidates' page holds dossiers; everything else is a result package.
 */
export function routeFiles(files: readonly Grant[], page: Page, status: RoundStatus | null): FileRoute | null {
  if (files.length === 0) return null;
  const table = files.find(isTable);
  if (status === 'draft' && table !== undefined) {
    const forExperts = page === 'experts' || page === 'import-experts';
    return { page: forExperts ? 'import-experts' : 'import-candidates', files: [table] };
  }
  const folder = files.find(({ kind }) => kind === 'folder');
  if (status === 'draft' && page === 'candidates' && folder !== undefined) return { page, files: [folder] };
  return { page: 'intake', files };
}
