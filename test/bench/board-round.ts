import type { Database } from 'better-sqlite3';
import { makeId } from '#shared/base/ids.ts';
import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import { workspaceMigrations } from '#electron/db/migrations.ts';
import { openDatabase } from '#electron/db/open-database.ts';
import { workspacePaths } from '#electron/workspace/workspace.ts';
import { makeWorkspace, tickingEntropy, value } from '../pipeline/make-round.ts';
import { rubric } from './large-round.ts';

/** The board's round: every candidate is scored by three of sixty experts, and all of them have answered. */
export const boardRound = { title: '测速批次', candidates: 100_000, experts: 60, perCandidate: 3, quota: 1000 };

const design: RoundDesign = {
  kind: 'other',
  rubrics: [rubric],
  tracks: [{ id: 'main', name: '全部', rubricId: 'main', quota: boardRound.quota }],
  policy: {
    ...defaultSelectionPolicy,
    selection: { quota: boardRound.quota, reserve: 100, passOn: false, minimumScore: null },
  },
  eligibility: { match: 'all', conditions: [] },
  instructions: '',
};

const places =
  '渝中 江北 两江 沙坪坝 南岸 九龙坡 大渡口 北碚 渝北 巴南 涪陵 万州 永川 璧山 江津 合川 长寿 綦江 大足 铜梁'.split(
    ' ',
  );
const words =
  '星澜 云启 磐石 智远 数创 华信 天枢 启明 长安 赛力 海纳 博睿 千寻 九章 伏羲 昆仑 北斗 鸿蒙 嘉陵 山城 明月 青禾 金科 重光 乐行'.split(
    ' ',
  );
const fields =
  '工业软件 汽车软件 人工智能 信息安全 数字孪生 大数据 云计算 物联网 区块链 集成电路 智慧医疗 智慧交通 地理信息 仿真设计 供应链 元宇宙 机器视觉 智能座舱 开源基础 操作系统'.split(
    ' ',
  );
const ends = '产业园 创新中心 示范楼宇 孵化基地 软件园 研究院 平台 系统 大厦 工场'.split(' ');
const companies = '科技 软件 信息 数据 智能 网络'.split(' ');

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** A name of its own for each of the first 100,000 candidates. */
export function nameOf(index: number): string {
  const [place, word, field] = [index, Math.floor(index / 20), Math.floor(index / 500)];
  return pick(places, place) + pick(words, word) + pick(fields, field) + pick(ends, Math.floor(index / 10_000));
}

const unitOf = (index: number): string =>
  `重庆${pick(words, index * 7)}${pick(companies, index * 11)}${pick(fields, index * 3).slice(0, 2)}有限公司`;

/** Makes a workspace with the round in `folder`/office; written as intake writes it, but without the packages. @returns its folder */
export async function makeBoardRound(folder: string): Promise<{ readonly folder: string; readonly roundId: string }> {
  const workspace = await makeWorkspace(folder, tickingEntropy());
  workspace.db.close();
  const db = value(openDatabase(workspacePaths.database(workspace.folder), workspaceMigrations));
  db.pragma('synchronous = OFF');
  const roundId = db.transaction(() => fill(db))();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { folder: workspace.folder, roundId };
}

function fill(db: Database): string {
  const entropy = tickingEntropy();
  const id = makeId(entropy);
  db.prepare(`INSERT INTO rounds VALUES (?, ?, 'official', 'issued', '2026-01-01T00:00:00Z', NULL, ?, 'all')`).run(
    id,
    boardRound.title,
    JSON.stringify(design),
  );
  const candidate = db.prepare(`INSERT INTO candidates VALUES (?, ?, ?, ?, ?, ?, 'main', '[]', '', '[]')`);
  const candidateIds = Array.from({ length: boardRound.candidates }, (_, index) => {
    const own = makeId(entropy);
    candidate.run(own, id, index, `C${String(index + 1).padStart(6, '0')}`, nameOf(index), unitOf(index));
    return own;
  });
  const experts = Array.from({ length: boardRound.experts }, (_, index) => addExpert(db, id, makeId(entropy), index));
  const assignment = db.prepare('INSERT INTO assignments VALUES (?, ?, ?)');
  const sheet = db.prepare(
    `INSERT INTO sheets (result, round_id, expert_id, candidate_id, state, total, points, gates, fraud, comment, reason,
       revision, first_edited_at, last_edited_at) VALUES (?, ?, ?, ?, 'scored', ?, ?, '{}', 0, '', NULL, 1, '', '')`,
  );
  const criteria = rubric.categories.flatMap((category) => category.criteria);
  const next = makeDice();
  for (const [index, candidateId] of candidateIds.entries()) {
    for (let seat = 0; seat < boardRound.perCandidate; seat += 1) {
      const expert = experts[(index + seat * 20) % experts.length];
      if (expert === undefined) continue;
      const points = criteria.map(({ id: criterion, step }) => [criterion, (20 + (next() % 21)) * step] as const);
      const total = points.reduce((sum, [, one]) => sum + one, 0);
      assignment.run(id, expert.id, candidateId);
      sheet.run(expert.statement, id, expert.id, candidateId, total, JSON.stringify(Object.fromEntries(points)));
    }
  }
  return id;
}

function addExpert(db: Database, roundId: string, id: string, index: number): { id: string; statement: string } {
  const statement = (index + 1).toString(16).padStart(64, '0');
  const name = `专家${index + 1}`;
  db.prepare(`INSERT INTO experts (id, name, unit, title, phone, field) VALUES (?, ?, '', '', '', '')`).run(id, name);
  db.prepare(`INSERT INTO round_experts VALUES (?, ?, ?, 0, '[]', '[]')`).run(roundId, id, index);
  db.prepare(`INSERT INTO tasks VALUES (?, ?, ?, 1, '', '', '', '[]')`).run(statement, roundId, id);
  db.prepare(`INSERT INTO results (statement, round_id, expert_id, fingerprint, seq, task, received_at, current)
              VALUES (?, ?, ?, '', 1, ?, '', 1)`).run(statement, roundId, id, statement);
  return { id, statement };
}

/** A small generator of its own: the same points in every run. */
function makeDice(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 8;
  };
}
