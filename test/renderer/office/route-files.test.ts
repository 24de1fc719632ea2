import { describe, expect, it } from 'vitest';
import { routeFiles } from '#renderer/office/route-files.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';

const file = (name: string): Grant => ({ id: name, name, kind: 'file' });
const folder: Grant = { id: 'folder', name: '材料', kind: 'folder' };
const sheet = file('楼宇.XLSX');
const packages = [file('甲.mtxresult'), file('乙.mtxresult')];

describe('routeFiles', () => {
  it('takes a spreadsheet for the list of the page it was dropped on', () => {
    expect(routeFiles([sheet], 'experts', 'draft')).toEqual({ page: 'import-experts', files: [sheet] });
    expect(routeFiles([sheet], 'round', 'draft')).toEqual({ page: 'import-candidates', files: [sheet] });
  });

  it('takes a folder for dossiers on the candidates’ page only', () => {
    expect(routeFiles([folder], 'candidates', 'draft')).toEqual({ page: 'candidates', files: [folder] });
    expect(routeFiles([folder], 'overview', null)).toEqual({ page: 'intake', files: [folder] });
  });

  it('takes everything else for result packages, all of them', () => {
    expect(routeFiles(packages, 'ranking', 'issued')).toEqual({ page: 'intake', files: packages });
    expect(routeFiles([sheet], 'candidates', 'issued')).toEqual({ page: 'intake', files: [sheet] });
    expect(routeFiles([], 'intake', 'issued')).toBeNull();
  });
});
