import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionReasons, findReason } from '#shared/decisions/reasons.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { hash, id, jsonOf, mtxHere, type Ran } from './mtx.ts';
import { passphrase } from './prepared-round.ts';
import {
  issueRound,
  makeRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
} from '../../pipeline/make-round.ts';

// Acts of people on the record, by the words of the command line: four buildings, the first two equal, the third flagged.
let folder: string;
let workspace: string;
let roundId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-cli-decide-'));
  const made = await makeWorkspace(folder, tickingEntropy());
  const round = await issueRound(made, folder, makeRound(made, 4, 3));
  ({ roundId } = round);
  workspace = made.folder;
  for (const [index, expert] of round.homes.entries()) {
    scoreAll(expert, (candidate) => (candidate < 2 ? 80 : 70 - 5 * candidate));
    const candidateId = made.db.prepare<[], string>(`SELECT id FROM candidates WHERE code = 'B03'`).pluck().get() ?? '';
    const change = { what: 'fraud', fraud: true } as const;
    if (index === 0) value(editSheet(expert.home, { taskId: expert.taskId, candidateId, change }));
    await submit(expert, join(folder, 'results'));
    expert.home.db.close();
  }
  made.db.close();
  await run('import', join(folder, 'results'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: readonly string[]): Promise<Ran> =>
  mtxHere([...words, '--workspace', workspace, '--json'], { passphrase });
const inRound = (...words: readonly string[]): Promise<Ran> => run(...words, '--round', roundId);
const because = (reason: string): string[] => [
  '--reason',
  reason,
  '--note',
  '会议核实',
  '--people',
  '李组长、王委员；赵委员',
];
const decide = (what: string, ...words: readonly string[]): Promise<Ran> =>
  inRound('decide', what, ...because('panel'), ...words);
const track = (): string => value(loadTemplate('building')).design.tracks[0]?.id ?? '';
const codeOf = (ran: Ran): string => jsonOf(ran).error.code;
const standing = async () => {
  const rows: readonly { code: string; rank: number | null; status: string }[] = jsonOf(await inRound('rank')).tracks[0]
    .rows;
  return rows.map(({ code, rank, status }) => [code, rank, status]);
};

describe('a decision on the command line', () => {
  it('orders equals, and nothing else', async () => {
    expect((await standing())[0]).toEqual(['B01', 1, expect.any(String)]);
    expect((await standing())[1]).toEqual(['B02', 1, expect.any(String)]);
    expect(codeOf(await decide('tie', '--order', 'B01,B03'))).toBe('decision.not-tied');
    expect(codeOf(await decide('tie', '--order', 'B01'))).toBe('decision.not-tied');
    expect(codeOf(await decide('tie', '--order', 'B01、B99'))).toBe('decision.candidate-unknown');
    expect(jsonOf(await decide('tie', '--order', 'B02，B01'))).toMatchObject({ roundId, id });
    expect((await standing()).slice(0, 2).map(([code, rank]) => [code, rank])).toEqual([
      ['B02', 1],
      ['B01', 2],
    ]);
  });

  it('vetoes a candidate until it is taken back by the candidate’s name', async () => {
    const gate = value(loadTemplate('building')).design.rubrics[0]?.gates[0]?.id ?? '';
    expect(codeOf(await decide('veto', '--candidate', 'B04', '--gate', 'none'))).toBe('decision.gate-unknown');
    expect(codeOf(await decide('veto', '--candidate', 'B99'))).toBe('decision.candidate-unknown');
    expect((await decide('veto', '--candidate', 'B04', '--gate', gate)).code).toBe(0);
    expect(codeOf(await decide('veto', '--candidate', 'B04'))).toBe('decision.already-in-force');
    expect((await standing()).at(-1)).toEqual(['B04', null, 'vetoed']);
    expect((await decide('reinstate', '--candidate', 'B04')).code).toBe(0);
    expect(codeOf(await decide('reinstate', '--candidate', 'B04'))).toBe('decision.unknown');
    expect((await standing()).at(-1)).toEqual(['B04', 4, expect.not.stringContaining('vetoed')]);
  });

  it('voids an expert’s sheets until it is taken back by his name or by its id', async () => {
    expect(codeOf(await decide('void-expert', '--expert', '无此人'))).toBe('decision.expert-unknown');
    const sheets = async (): Promise<number> => jsonOf(await inRound('rank')).tracks[0].rows[0].sheets;
    const english = await mtxHere(
      [
        'decide',
        'void-expert',
        ...because('discipline'),
        '--expert',
        '专家3',
        '--workspace',
        workspace,
        '--round',
        roundId,
        '--lang',
        'en',
      ],
      { passphrase },
    );
    expect(english.out).toMatch(/^Recorded as decision .*; the ranking follows it/);
    expect(await sheets()).toBe(2);
    expect((await decide('reinstate', '--expert', '专家3')).code).toBe(0);
    expect(await sheets()).toBe(3);
    const { id: decision } = jsonOf(await decide('void-expert', '--expert', '专家3'));
    expect((await decide('reinstate', '--decision', decision)).code).toBe(0);
    expect(codeOf(await decide('reinstate'))).toBe('decision.unknown');
    expect(codeOf(await decide('reinstate', '--decision', roundId))).toBe('decision.unknown');
  });

  it('settles a fraud flag, which has to be there', async () => {
    expect(codeOf(await decide('fraud', '--candidate', 'B01'))).toBe('decision.no-flags');
    expect(codeOf(await decide('fraud', '--candidate', 'B99'))).toBe('decision.candidate-unknown');
    expect((await decide('fraud', '--candidate', 'B03', '--confirmed')).code).toBe(0);
  });

  it('needs a ground that the office knows and words for it', async () => {
    const refused = await inRound('decide', 'veto', '--candidate', 'B04', '--reason', '心情', '--note', '无');
    expect(codeOf(refused)).toBe('decision.reason-unknown');
    expect(codeOf(await inRound('decide', 'veto', '--candidate', 'B04', '--reason', 'other', '--note', ' '))).toBe(
      'decision.note-missing',
    );
    for (const [code, { zh }] of Object.entries(decisionReasons))
      expect([findReason(code), findReason(zh)]).toEqual([code, code]);
    for (const strange of ['', 'toString', '__proto__']) expect(findReason(strange)).toBeNull();
  });
});

describe('a trial on the command line', () => {
  it('shows who would stand otherwise, and records nothing', async () => {
    const before = await standing();
    const tried = jsonOf(await inRound('rank', '--void', '专家1', '--quotas', `${track()}=1`));
    expect(tried.moves.length).toBeGreaterThan(0);
    expect(tried.tracks[0]).toMatchObject({ quota: 1 });
    expect(await standing()).toEqual(before);
    const words = ['rank', '--quotas', `${track()}=1`, '--workspace', workspace, '--round', roundId];
    const shown = await mtxHere([...words, '--lang', 'en']);
    expect(shown.out).toContain('would stand otherwise');
    expect(shown.out).toContain('falls out');
    expect(shown.out).toContain('cut line');
    expect((await mtxHere(words)).out).toContain('试算：使用另一套规则，不作记录。');
  });

  it('under another rule file says what is wrong with it', async () => {
    const file = join(folder, 'policy.json');
    const { policy } = value(loadTemplate('building')).design;
    writeFileSync(file, JSON.stringify({ ...policy, minimumSheets: 4 }));
    expect(jsonOf(await inRound('rank', '--policy', file)).tracks[0].rows[0].status).toBe('no-score');
    writeFileSync(file, '{');
    expect(codeOf(await inRound('rank', '--policy', file))).toBe('cli.policy-file');
    expect(codeOf(await inRound('rank', '--void', '无此人'))).toBe('decision.expert-unknown');
    expect(codeOf(await inRound('rank', '--quotas', 'none=1'))).toBe('round.track-unknown');
    expect(codeOf(await inRound('rank', '--quotas', `${track()}=-1`))).toBe('cli.number');
  });
});

describe('locking on the command line', () => {
  it('signs the ranking for the record, and can be undone with a reason', async () => {
    const locked = jsonOf(await inRound('lock', '--note', '定稿'));
    expect(locked).toMatchObject({ roundId, standing: { statement: hash, resultHash: hash } });
    expect(codeOf(await inRound('lock'))).toMatch(/^decision\./);
    expect(codeOf(await decide('veto', '--candidate', 'B04'))).toBe('decision.round-locked');
    expect(codeOf(await inRound('reopen', '--note', ' '))).toBe('decision.note-missing');
    expect(jsonOf(await inRound('reopen', '--note', '补正'))).toMatchObject({ roundId });
    expect(codeOf(await inRound('reopen', '--note', '补正'))).toMatch(/^decision\./);
    const words = (...typed: readonly string[]) =>
      mtxHere([...typed, '--workspace', workspace, '--round', roundId, '--lang', 'en'], { passphrase });
    expect((await words('lock')).out).toMatch(/^Locked\. The signed ranking is statement [0-9a-f]{64}/);
    expect((await words('reopen', '--note', 'again')).out).toContain('Reopened.');
  });
});
