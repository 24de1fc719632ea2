import { describe, expect, test } from 'vitest';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { sortFiles } from '#renderer/app/receive-files.ts';

const file = (name: string): Grant => ({ id: '0'.repeat(32), name, kind: 'file' });
const task = file('示范楼宇-张拟真.MTXTASK');
const result = file('示范楼宇-张拟真-1.mtxresult');

describe('files that come in', () => {
  test('a task package opens on the expert’s side wherever one is', () => {
    expect(sortFiles([result, task], 'home')).toEqual({ what: 'task', file: task });
    expect(sortFiles([task], 'office')).toEqual({ what: 'task', file: task });
  });

  test('everything else goes to the office when it is open', () => {
    const folder: Grant = { id: '1'.repeat(32), name: '结果', kind: 'folder' };
    expect(sortFiles([result, folder], 'office')).toEqual({ what: 'office', files: [result, folder] });
  });

  test('a receipt opens on the expert’s side, unless the office is open', () => {
    const receipt = file('示范楼宇-张拟真-回执-1.mtxreceipt');
    expect(sortFiles([receipt], 'home')).toEqual({ what: 'receipt', file: receipt });
    expect(sortFiles([receipt], 'expert')).toEqual({ what: 'receipt', file: receipt });
    expect(sortFiles([receipt], 'office')).toEqual({ what: 'office', files: [receipt] });
  });

  test('a result package without a workspace is explained, and so is anything unknown', () => {
    expect(sortFiles([file('a.pdf'), result], 'expert')).toEqual({ what: 'result-without-workspace', file: result });
    expect(sortFiles([file('a.pdf')], 'home')).toEqual({ what: 'unknown', file: file('a.pdf') });
  });

  test('nothing happens when nothing was dropped', () => {
    expect(sortFiles([], 'home')).toEqual({ what: 'nothing' });
  });
});
