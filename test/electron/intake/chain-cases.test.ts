import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFailure } from '#shared/text/sentences.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { value } from '../../pipeline/make-round.ts';
import { filesIn, stateOf } from '../../pipeline/state.ts';
import { forge, resultOf, setUpChainOffice, type ChainOffice } from './chain-office.ts';
import { listChainCases, type Row } from './chain-rows.ts';

// What an adversary or an accident can send to a real office in the middle of a round. Every row is a package that must
// not change a score; the code says why, its sentences say what the clerk should do now.

let office: ChainOffice;
let otherRound: string;
beforeAll(async () => {
  office = await setUpChainOffice();
  const { design } = value(loadTemplate('building'));
  otherRound = value(createRound(office.workspace, { title: '另一批次', mode: 'official', deadline: null, design })).id;
});
afterAll(() => {
  office.close();
});

/** Everything but the office's own notes about what came in. */
const scores = () => {
  const { intake: _intake, trace: _trace, ...rest } = stateOf(office.workspace.db);
  return { rest, files: filesIn(join(office.workspace.folder, 'packages')) };
};

const build = async ([, , from, seq, previous, turn = () => ({})]: Row): Promise<Buffer> => {
  const expert = office.experts[from];
  const before = typeof previous === 'number' ? (expert.sent.get(previous)?.statement ?? '') : previous;
  const good = resultOf(expert, seq, before);
  return forge(office, { predicate: good, signer: expert.keys.signer, ...turn(good, expert) });
};

describe.each(
  listChainCases(
    () => office,
    () => otherRound,
  ),
)('a result is refused for %s', (_, rows) => {
  it.each(rows.map((row) => ({ row, name: row[0], code: row[1] })))('$name: $code', async ({ row, code }) => {
    const before = scores();
    const entry = await office.offer(await build(row));
    expect([entry.verdict, entry.code]).toEqual(['refused', code]);
    expect(scores()).toEqual(before);
    const zh = describeFailure({ code, detail: entry.detail }, 'zh-CN');
    expect(zh).toMatch(/请/);
    expect(zh).not.toContain('…');
    expect(describeFailure({ code, detail: entry.detail }, 'en')).not.toContain('…');
  });
});

describe('what changes nothing, and is no refusal', () => {
  it.each([1, 2, 5])('is number %i once more', async (seq) => {
    const before = scores();
    const entry = await office.offer(office.experts.chained.sent.get(seq)?.bytes ?? Buffer.alloc(0));
    expect([entry.verdict, entry.code]).toEqual(['duplicate', null]);
    expect(scores()).toEqual(before);
  });

  it('is the accepted package of a key that was revoked since', async () => {
    const entry = await office.offer(office.experts.lost.sent.get(1)?.bytes ?? Buffer.alloc(0));
    expect(entry.verdict).toBe('duplicate');
  });

  it('is the same statement sealed a second time', async () => {
    const before = scores();
    const { chained } = office.experts;
    const predicate = resultOf(chained, 2, chained.sent.get(1)?.statement ?? '');
    const entry = await office.offer(await forge(office, { predicate, signer: chained.keys.signer }));
    expect([entry.verdict, entry.statement]).toEqual(['duplicate', chained.sent.get(2)?.statement]);
    expect(scores()).toEqual(before);
  });
});

it('a sixth that follows the fifth supersedes it, and then nothing more comes in once the round is locked', async () => {
  const { chained } = office.experts;
  const good = (seq: number, previous: string) =>
    forge(office, { predicate: resultOf(chained, seq, previous), signer: chained.keys.signer });
  const sixth = await office.offer(await good(6, chained.sent.get(5)?.statement ?? ''));
  expect(sixth.verdict).toBe('superseded');
  office.workspace.db.prepare(`UPDATE rounds SET status = 'locked' WHERE id = ?`).run(office.roundId);
  const before = scores();
  const seventh = await office.offer(await good(7, sixth.statement ?? ''));
  expect([seventh.verdict, seventh.code]).toEqual(['refused', 'package.round-locked']);
  expect(scores()).toEqual(before);
});
