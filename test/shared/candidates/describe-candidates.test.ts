import { describe, expect, test } from 'vitest';
import { describeCandidates, describeCandidatesRefusal } from '#shared/candidates/describe-candidates.ts';
import { interpretCandidates } from '#shared/candidates/interpret-candidates.ts';
import { candidateSentences } from '#shared/candidates/sentences.ts';
import { expertSentences } from '#shared/experts/sentences.ts';
import { tableSentences } from '#shared/tables/sentences.ts';
import { makeTable } from '../../fixtures/tables/make-table.ts';

const tracks = [{ id: 'all', name: '示范楼宇' }];
const interpretation = interpretCandidates(
  makeTable([
    ['编号', '名称', '申报单位', '建筑面积（万㎡）', '已用面积', '获批文号', '身份证号'],
    ['1', '甲', '乙', '3.2', '无', '渝1号', '110101209901010017'],
    [null, '丙', '丁', '约3', null, null, null],
    ['合计', null, null, 3.2],
  ]),
  { kind: 'building', mode: 'official', tracks, chosenTrack: null },
);

describe('the report of an import', () => {
  test('counts, and shows rows with figures as numbers and blanks as null', () => {
    const report = describeCandidates(interpretation, { tracks }, 'zh-CN');
    expect(report).toMatchObject({ taken: 1, held: 1, warnings: 1 });
    expect(report.rows[0]).toEqual({
      sheet: 'Sheet1',
      row: 2,
      code: '1',
      name: '甲',
      unit: '乙',
      fields: {
        floorArea: 32000,
        usedArea: null,
        获批文号: '渝1号',
        identityNumber: '110***********0017',
        track: '示范楼宇',
        dossier: null,
      },
      taken: true,
    });
    expect(JSON.stringify(report)).not.toContain('110101209901010017');
  });

  test('says where and what in the caller’s language', () => {
    const chinese = describeCandidates(interpretation, { tracks }, 'zh-CN').problems.map(({ message }) => message);
    expect(chinese).toEqual([
      '“Sheet1” 第 3 行 D 列：“建筑面积（㎡）”的内容“约3”不是可以识别的数字，已按原文保留。请核对。',
      '“Sheet1” 第 3 行 A 列：没有编号，该行暂不导入；其余行不受影响。请补填编号。',
    ]);
    const english = describeCandidates(interpretation, { tracks }, 'en');
    expect(english.problems[1]).toEqual({
      sheet: 'Sheet1',
      row: 3,
      column: 'A',
      kind: 'candidates.code-missing',
      severity: 'row',
      message:
        '“Sheet1”, row 3, column A: The code is missing; the row is held, the others are not affected. Enter a code.',
    });
    expect(english.notes).toMatchObject([{ kind: 'tables.total-skipped', row: 4 }]);
  });

  test('of a file that cannot be read has the same shape', () => {
    expect(describeCandidatesRefusal({ code: 'tables.encrypted', detail: { name: 'a.xlsx' } }, 'en')).toMatchObject({
      taken: 0,
      held: 0,
      rows: [],
      problems: [
        {
          kind: 'tables.encrypted',
          severity: 'file',
          row: null,
          message:
            'The file “a.xlsx” is protected by a password and cannot be read. Nothing was changed. Remove the password in Excel or WPS, save the file and import it again.',
        },
      ],
    });
  });
});

test('every sentence of an import has both languages and names the same values in both', () => {
  const placeholders = (text: string): string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name.replace(/En$/, '')).toSorted();
  for (const [kind, { zh, en }] of Object.entries({
    ...tableSentences,
    ...candidateSentences,
    ...expertSentences,
  })) {
    expect([...new Set(placeholders(en))], kind).toEqual([...new Set(placeholders(zh))]);
    expect(zh, kind).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(en, kind).not.toMatch(/[。，；]/);
  }
});
