import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInTemplate } from '#electron/reports/documents.ts';
import { readTable } from '#electron/tables/read-table.ts';
import { value } from '../../pipeline/make-round.ts';
import { facts } from '../reports/sample-paper.ts';
import { textOf } from '../reports/sample-paper.ts';
import { jsonOf, mtxHere, type Ran } from './mtx.ts';
import { passphrase, prepareRound, type PreparedRound } from './prepared-round.ts';

let round: PreparedRound;
beforeAll(async () => {
  round = await prepareRound();
  await mtxHere(['import', '--workspace', round.workspace, round.results], { passphrase });
});
afterAll(() => round.remove());

const at = (name: string): string => join(round.folder, name);
const put = (name: string, text: string | Uint8Array): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const run = (...words: readonly string[]): Promise<Ran> =>
  mtxHere(['export', '--workspace', round.workspace, '--round', round.roundId, ...words, '--json'], { passphrase });
const docx = (name: string): string => textOf(readFileSync(at(name)));
const refusal = async (...words: readonly string[]) => {
  const ran = await run(...words, '--out', at('refused.docx'));
  expect(existsSync(at('refused.docx'))).toBe(false);
  return [ran.code, jsonOf(ran).error.code];
};

describe('mtx export', () => {
  it('makes each document, in its usual format when none is named', async () => {
    const factsFile = put('facts.json', JSON.stringify(facts));
    for (const [form, said] of [
      ['notice', '渝经信公示〔2026〕12号'],
      ['sheet', '材料齐全，情况属实。'],
      ['recusals', '回避登记表'],
      ['opinion', '专家组综合意见'],
      ['pledge', '郑重承诺'],
    ] as const) {
      const ran = await run('--form', form, '--facts', factsFile, '--out', at(`${form}.docx`));
      expect([ran.code, jsonOf(ran)]).toEqual([
        0,
        { file: at(`${form}.docx`), bytes: readFileSync(at(`${form}.docx`)).length, form, format: 'docx' },
      ]);
      expect(docx(`${form}.docx`)).toContain(said);
    }
    expect(docx('notice.docx')).not.toMatch(/专家1|专家单位|得分|名次/);
  });

  it('narrows score sheets to an expert and a candidate, and hides names behind numbers', async () => {
    await run('--form', 'sheet', '--expert', '专家2', '--candidate', 'B02', '--out', at('one.docx'));
    expect(docx('one.docx').match(/专家评分表/g)).toHaveLength(1);
    expect(docx('one.docx')).toContain('对象B02');
    expect(docx('one.docx')).toContain('专家单位专家2');
    await run('--form', 'sheet', '--aliases', '--out', at('hidden.docx'));
    expect(docx('hidden.docx')).not.toContain('专家单位专家2');
    await run('--form', 'summary', '--format', 'csv', '--aliases', '--out', at('summary.csv'));
    expect(readFileSync(at('summary.csv'), 'utf8')).toContain('专家1,专家2,专家3');
    expect(await refusal('--form', 'sheet', '--expert', '某人')).toEqual([1, 'reports.unknown-expert']);
    expect(await refusal('--form', 'sheet', '--candidate', 'B99')).toEqual([1, 'reports.unknown-candidate']);
  });

  it('says what the notice lacks, and what is wrong with a file of facts', async () => {
    expect(await refusal('--form', 'notice')).toEqual([1, 'reports.facts-missing']);
    const bad = put('bad.json', JSON.stringify({ ...facts, dated: '2026-02-30' }));
    expect(await refusal('--form', 'notice', '--facts', bad)).toEqual([1, 'reports.facts-file']);
    expect(await refusal('--form', 'notice', '--facts', put('no.json', '{'))).toEqual([1, 'reports.facts-file']);
    expect(await refusal('--form', 'notice', '--facts', at('gone.json'))).toEqual([1, 'cli.file-missing']);
  });

  it('fills another template for once, after checking it', async () => {
    const own = put('own.docx', await builtInTemplate('pledge'));
    expect((await run('--form', 'pledge', '--template', own, '--out', at('own-pledge.docx'))).code).toBe(0);
    expect(docx('own-pledge.docx')).toContain('专家3');
    expect(await refusal('--form', 'notice', '--template', own)).toEqual([1, 'reports.template-unknown']);
    const text = put('text.docx', '不是文档');
    expect(await refusal('--form', 'notice', '--template', text)).toEqual([1, 'reports.template-not-docx']);
  });

  it('exports everything into a folder, and tells what is missing from it', async () => {
    const first = await run('--form', 'all', '--out', at('all'));
    const { files, skipped, folder } = jsonOf(first);
    expect([first.code, folder, skipped.map(({ code }: { code: string }) => code)]).toEqual([
      1,
      at('all'),
      ['reports.facts-missing'],
    ]);
    expect(readdirSync(at('all')).length).toBe(9);
    expect(readdirSync(join(at('all'), '个人评分表'))).toHaveLength(3);
    const index = value(await readTable(join(at('all'), '目录.xlsx')));
    for (const { name, sha256 } of files) {
      expect(JSON.stringify(index)).toContain(sha256);
      expect(name).not.toContain('pdf');
    }
    const again = await run('--form', 'all', '--out', at('all'));
    expect([again.code, jsonOf(again).error.code]).toEqual([2, 'cli.folder-not-empty']);
    const whole = await run('--form', 'all', '--facts', at('facts.json'), '--out', at('whole'));
    expect([whole.code, jsonOf(whole).skipped]).toEqual([0, []]);
  });
});
