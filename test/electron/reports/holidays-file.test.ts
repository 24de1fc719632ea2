import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { documentData } from '#electron/reports/documents.ts';
import { getFormFacts } from '#electron/reports/form-facts.ts';
import { loadHolidays, saveHolidays } from '#electron/reports/holidays-file.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { makeRound, value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';
import { samplePaper, textOf, docx } from './sample-paper.ts';
import { selection } from './read-form.ts';

const temporary = temporaryWorkspace('each');
let workspace: UnlockedWorkspace;

beforeEach(() => void ({ workspace } = temporary));

const holidays = [['2027-01-01', '2027-01-03']] as const;
const traced = (): unknown[] =>
  workspace.db.prepare("SELECT body FROM trace WHERE event = 'holidays-saved'").pluck().all();
const file = (): string => join(workspace.folder, 'holidays.json');

it('keeps the holidays that the office entered for all of its rounds, and says so in the log once', async () => {
  expect(value(loadHolidays(workspace))).toEqual([]);
  value(await saveHolidays(workspace, { holidays: [] }));
  expect(traced()).toEqual([]);
  value(await saveHolidays(workspace, { holidays }));
  value(await saveHolidays(workspace, { holidays }));
  expect(value(loadHolidays(workspace))).toEqual(holidays);
  expect(traced()).toEqual(['{"years":"2027"}']);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(holidays);
  const roundId = makeRound(workspace, 1, 1);
  expect(value(getFormFacts(workspace, { roundId })).holidays).toEqual(holidays);
});

it('is for admins only', async () => {
  const staff: UnlockedWorkspace = { ...workspace, member: { ...workspace.member, role: 'staff' } };
  expect(await saveHolidays(staff, { holidays })).toMatchObject({ error: { code: 'identity.admin-only' } });
});

it('refuses a notice while the file cannot be read, until holidays are entered anew', async () => {
  const notice = () =>
    documentData(
      'notice',
      samplePaper({
        candidates: 3,
        quota: 1,
        policy: { selection },
        paper: { holidays: loadHolidays(workspace) },
        facts: { noticeFrom: '2026-12-29' },
      }),
      { expertId: null, candidateId: null },
    );
  for (const broken of ['{', '[["2027-01-03","2027-01-01"]]', '{"2027":[]}']) {
    writeFileSync(file(), broken);
    expect(notice()).toEqual({
      ok: false,
      error: { code: 'reports.holidays-file', detail: { file: 'holidays.json' } },
    });
  }
  value(await saveHolidays(workspace, { holidays }));
  expect(value(notice())['公示结束']).toBe('2027年1月5日');
});

it('writes the chosen last day into the notice, with the working days up to it', async () => {
  const change = { candidates: 3, quota: 1, policy: { selection }, facts: { noticeUntil: '2026-12-01' } };
  expect(textOf(await docx('notice', samplePaper(change)))).toContain('2026年11月23日至2026年12月1日（7个工作日）。');
});
