import { expect, test } from 'vitest';
import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import { buildInput, rankInput, rubric, track } from './build-input.ts';
import { canonicalResult } from '#shared/ranking/canonical.ts';

// Worked by hand, in points, with the default rule: of five sheets one highest and one lowest dropped, two seats, one
// reserve. Sheets are (a1, a2, b1, b2); b is the heaviest category.
//
//   L01  e1 25+8+35+15=83  e2 24+8+35+15=82  e3 30+10+38+18=96  e4 20+6+30+10=66  e5 25+9+36+16=86
//        without 66 and 96: (83+82+86)/3 = 251/3 = 83.67; all: 413/5 = 82.6; spread 30 → re-review
//   L02  e1 25+8+35+15=83  e2 24+8+35+15=82  e3 28+9+36+17=90   e4 22+8+32+14=76  e5 25+9+36+16=86
//        without 76 and 90: 251/3 as well; all: 417/5 = 83.4 → before L01; spread 14
//   L03  four sheets, e3 recused: 80, 81, 82, 83 → 326/4 = 163/2 = 81.50, nothing dropped
//   L04  four sheets: 80, 81, 82, 83 with other items, equal to L03 in total; b: L03 204/4 = 51, L04 208/4 = 52
//   L05  e1 and e2 only → no score
//   L06  would lead with 90, but three of four experts fail its gate → vetoed
const input = buildInput({
  rubric,
  tracks: [track('t', 2)],
  policy: { ...defaultSelectionPolicy, selection: { quota: 2, reserve: 1, passOn: false, minimumScore: null } },
  candidates: [
    {
      code: 'L01',
      sheets: [
        [25, 8, 35, 15],
        [24, 8, 35, 15],
        [30, 10, 38, 18],
        [20, 6, 30, 10],
        [25, 9, 36, 16],
      ],
    },
    {
      code: 'L02',
      sheets: [
        [25, 8, 35, 15],
        [24, 8, 35, 15],
        [28, 9, 36, 17],
        [22, 8, 32, 14],
        [25, 9, 36, 16],
      ],
    },
    { code: 'L03', sheets: [[22, 8, 35, 15], [22, 8, 36, 15], 'recused', [22, 9, 36, 15], [22, 9, 36, 16]] },
    { code: 'L04', sheets: [[20, 8, 36, 16], [20, 9, 36, 16], [21, 9, 36, 16], null, [22, 9, 36, 16]] },
    {
      code: 'L05',
      sheets: [
        [30, 10, 40, 20],
        [30, 10, 40, 20],
      ],
    },
    {
      code: 'L06',
      sheets: [
        { answer: [26, 9, 37, 18], fails: ['local'] },
        { answer: [26, 9, 37, 18], fails: ['local'] },
        { answer: [26, 9, 37, 18], fails: ['local'] },
        { answer: [26, 9, 37, 18] },
      ],
    },
  ],
});

test('a round worked out by hand comes out as on paper', () => {
  const [only] = rankInput(input).tracks;
  const list = only?.rows.map((row) =>
    [
      row.rank ?? '—',
      row.code,
      row.score ?? '—',
      row.exact ?? '—',
      `${row.sheets}-${row.trimmed}`,
      row.status,
      row.tie === null ? '' : `${row.tie.rule} ${row.tie.with.join('+')}`,
      row.spread?.reReviewAdvised === true ? '复评' : '',
    ].join(' '),
  );
  expect(list).toEqual([
    '1 L02 83.67 251/3 5-2 selected total L01 ',
    '2 L01 83.67 251/3 5-2 selected total L02 复评',
    '3 L04 81.50 163/2 4-0 reserve category:b L03 ',
    '4 L03 81.50 163/2 4-0 below category:b L04 ',
    '— L06 90.00 90 4-0 vetoed  ',
    '— L05 — — 2-0 no-score  ',
  ]);
});

test('its canonical list never changes', () => {
  expect(canonicalResult(rankInput(input))).toMatchInlineSnapshot(
    `"[{"quota":2,"rows":[{"candidateId":"L02","code":"L02","exact":"251/3","name":"对象L02","rank":1,"score":"83.67","sheets":5,"status":"selected","tie":"total","trimmed":2},{"candidateId":"L01","code":"L01","exact":"251/3","name":"对象L01","rank":2,"score":"83.67","sheets":5,"status":"selected","tie":"total","trimmed":2},{"candidateId":"L04","code":"L04","exact":"163/2","name":"对象L04","rank":3,"score":"81.50","sheets":4,"status":"reserve","tie":"category:b","trimmed":0},{"candidateId":"L03","code":"L03","exact":"163/2","name":"对象L03","rank":4,"score":"81.50","sheets":4,"status":"below","tie":"category:b","trimmed":0},{"candidateId":"L06","code":"L06","exact":"90","name":"对象L06","rank":null,"score":"90.00","sheets":4,"status":"vetoed","tie":null,"trimmed":0},{"candidateId":"L05","code":"L05","exact":null,"name":"对象L05","rank":null,"score":null,"sheets":2,"status":"no-score","tie":null,"trimmed":0}],"track":"t"}]"`,
  );
});
