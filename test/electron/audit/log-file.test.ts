import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeLogFile, saveLogFile } from '#electron/audit/export-log.ts';
import { listLog } from '#electron/audit/list-log.ts';
import { setConflict } from '#electron/assignment/assign-experts.ts';
import { loadCandidates } from '#electron/candidates/list-candidates.ts';
import { loadExperts } from '#electron/experts/list-experts.ts';
import { removeRound } from '#electron/round/save-round.ts';
import { readTable } from '#electron/tables/read-table.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { value } from '../../pipeline/make-round.ts';
import { temporaryRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryRound('each', { candidates: 1, experts: 1 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
beforeEach(() => void ({ folder, workspace, roundId } = temporary));

/** Writes an entry as somebody with the file could. */
const write = (event: string, actor: string | null, body: string): void => {
  workspace.db
    .prepare('INSERT INTO trace SELECT max(seq) + 1, ?, ?, ?, ?, ? FROM trace')
    .run('2026-11-23T09:00:00Z', event, body, 'a'.repeat(64), actor);
};

describe('the log for reading', () => {
  it('stands the newest first, with the names that its ids stand for', () => {
    const [expert] = loadExperts(workspace.db, roundId);
    const [candidate] = loadCandidates(workspace.db, roundId);
    const ids = { expertId: expert?.id ?? '', candidateId: candidate?.id ?? '' };
    value(setConflict(workspace, { roundId, ...ids, conflict: true, note: '' }));
    const [last, ...rest] = value(listLog(workspace));
    expect(last).toMatchObject({
      event: 'conflict-declared',
      roundId,
      roundTitle: '示范楼宇评审',
      actor: { kind: 'member', role: 'admin' },
      detail: { expert: '专家1', candidate: 'B01 对象B01' },
    });
    expect(rest.map(({ index }) => index)).toEqual(rest.map((_, place) => rest.length - place));
  });

  it('keeps what it can of entries about things that are gone, or that nobody can read', () => {
    value(removeRound(workspace, { roundId }));
    write('sheet-edited', '{"kind":"expert","id":"x","via":"window"}', '{"candidateId":"gone","revision":2}');
    write('moon-reached', '{"kind":"command-line"}', '[]');
    write('x', '"rubbish"', '{"deep":{}}');
    write('y', null, '{}');
    const [none, rubbish, newer, edited, removed] = value(listLog(workspace));
    expect(none).toMatchObject({ actor: null, detail: {} });
    expect(rubbish).toMatchObject({ actor: null, detail: {} });
    expect(newer).toMatchObject({ event: 'moon-reached', actor: { kind: 'command-line' }, detail: {} });
    expect(edited).toMatchObject({ actor: { kind: 'expert', name: null }, detail: { candidate: 'gone', revision: 2 } });
    expect(removed).toMatchObject({ event: 'round-removed', roundId, roundTitle: null });
  });
});

describe('the log in a file', () => {
  const make = (format: 'xlsx' | 'csv', indexes: number[] | null = null) =>
    makeLogFile(workspace, { format, indexes, language: 'zh-CN' });

  it('holds every entry, oldest first, in words and as data, the same in both formats', async () => {
    const all = value(listLog(workspace)).length;
    const csv = await make('csv');
    const xlsx = await make('xlsx');
    expect([csv.entries, xlsx.entries]).toEqual([all, all]);
    expect(csv.fileName).toMatch(/^评审办-审计日志-20261123\.csv$/);
    writeFileSync(join(folder, 'log.xlsx'), xlsx.bytes);
    writeFileSync(join(folder, 'log.csv'), csv.bytes);
    const cells = async (name: string) =>
      (value(await readTable(join(folder, name))).sheets[0]?.rows ?? [])
        .slice(0, all + 1)
        .map((row) =>
          row.cells.map((cell) =>
            cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? String(cell.value) : '',
          ),
        );
    const [head, ...rows] = await cells('log.csv');
    expect(head?.slice(0, 3)).toEqual(['序号', '时间（UTC）', '操作人']);
    expect(rows[0]?.[0]).toBe('1');
    expect(await cells('log.xlsx')).toEqual([head, ...rows]);
  });

  it('holds only what was asked for, and never a formula', async () => {
    write('unlock-refused', 'null', JSON.stringify({ code: `=cmd|'/c calc'!A1` }));
    const [last] = value(listLog(workspace));
    const csv = await makeLogFile(workspace, { format: 'csv', indexes: [last?.index ?? 0], language: 'en' });
    const text = Buffer.from(csv.bytes).toString('utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
    expect(text).not.toMatch(/(?:^|,)"?[=+@-]/m);
    expect(csv.entries).toBe(1);
  });

  it('is noted when it was taken out, and not when the disk refused it', async () => {
    const made = await make('csv');
    const path = join(folder, 'out', 'log.csv');
    value(await saveLogFile(workspace, made, { format: 'csv', path }));
    expect(readFileSync(path)).toEqual(Buffer.from(made.bytes));
    expect(value(listLog(workspace))[0]).toMatchObject({ event: 'trace-exported', detail: { format: 'csv' } });
    const refused = await saveLogFile(workspace, made, { format: 'csv', path: join(path, 'x.csv') });
    expect(refused.ok).toBe(false);
    expect(value(listLog(workspace)).filter(({ event }) => event === 'trace-exported')).toHaveLength(1);
  });
});
