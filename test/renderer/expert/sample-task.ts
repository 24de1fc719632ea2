import type { TaskView } from '#shared/ipc/expert-views.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { emptySheet } from '#shared/scoring/change-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';

/** Two criteria (10 and 5 points, steps of a half) and one gate for experts. */
export const rubric: Rubric = {
  id: 'main',
  name: '评分表',
  categories: [
    {
      id: 'gathering',
      name: '产业集聚',
      criteria: [
        {
          id: 'firms',
          name: '企业数',
          max: 1000,
          step: 50,
          guidance: '看企业总数',
          anchors: [
            { label: '多', from: 600, to: 1000 },
            { label: '少', from: 0, to: 550 },
          ],
          core: false,
        },
        { id: 'people', name: '从业人员', max: 500, step: 50, guidance: '', anchors: [], core: true },
      ],
    },
  ],
  gates: [{ id: 'legal', name: '独立法人', guidance: '', by: 'expert' }],
  coreCategory: null,
};

export const taskId = '01890a5d-ac96-774b-bcce-b302099a8050';
const at = '2026-11-22T10:00:00Z';

/** The id of the n-th candidate, counted from 1. */
export function candidateId(n: number): string {
  return `01890a5d-ac96-774b-bcce-b302099a81${String(n).padStart(2, '0')}`;
}

/** A sheet of the n-th candidate with some of its parts set. */
export function sheet(n: number, parts: Partial<Sheet> = {}): Sheet {
  return { ...emptySheet(candidateId(n), at), ...parts };
}

const names = [
  ['星澜数创大厦', 'xinglanshuchuangdasha xlscds'],
  ['磐岩工业软件园', 'panyangongyeruanjianyuan pygyrjy'],
  ['渝拟云谷中心', 'yuniyunguzhongxin ynygzx'],
] as const;

/** A task with three candidates of one track, nothing entered unless `sheets` says so. */
export function taskView(sheets: readonly Sheet[] = []): TaskView {
  return {
    summary: {
      id: taskId,
      roundTitle: '示范楼宇评审（示例）',
      kind: 'building',
      mode: 'demo',
      expertName: '张拟真',
      commission: '评审办（示例）',
      fingerprint: 'SHA256:00000',
      deadline: null,
      openedAt: at,
      candidates: names.length,
      finished: 0,
      lastSubmission: null,
      changedSince: false,
      reissued: false,
      replaced: false,
    },
    rubrics: [rubric],
    tracks: [{ id: 'all', name: '楼宇', rubricId: 'main', quota: null }],
    instructions: '',
    revokedKeys: [],
    ownKey: null,
    canRenew: true,
    carried: 0,
    candidates: names.map(([name, pinyin], index) => ({
      id: candidateId(index + 1),
      code: `0${index + 1}`,
      name,
      unit: '重庆示例公司',
      trackId: 'all',
      fields: [],
      dossiers: [],
      search: `0${index + 1} ${name} ${pinyin} 重庆示例公司 chongqingshiligongsi cqslgs`,
    })),
    sheets: Object.fromEntries(sheets.map((one) => [one.candidateId, one])),
    starred: [],
    submissions: [],
  };
}
