import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { DuckDBInstance } from '@duckdb/node-api';
import { openDatabase } from '#electron/db/open-database.ts';
import { workspaceMigrations } from '#electron/db/migrations.ts';
import { hashRanking } from '#electron/ranking/hash-ranking.ts';
import { loadRankingInput } from '#electron/ranking/load-ranking-input.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import { makeId } from '#shared/base/ids.ts';
import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import type { Round } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { tickingEntropy, value } from '../pipeline/make-round.ts';
import { median, show, time, type Figure } from './measure.ts';

// Growth from 10³ to 10⁶ sheets of ten items, five for each candidate, and DuckDB beside it on the same work: category weights,
// one highest and one lowest dropped, mean, sorted.

const perCandidate = 5;
const items = 10;

const rubric: Rubric = {
  id: 'main',
  name: '评分标准',
  coreCategory: null,
  gates: [],
  categories: ['one', 'two'].map((category) => ({
    id: category,
    name: category,
    criteria: Array.from({ length: items / 2 }, (_, item) => ({
      id: `${category}-${item}`,
      name: `${category}-${item}`,
      max: 1000,
      step: 1,
      guidance: '',
      anchors: [],
      core: false,
    })),
  })),
};

const criteria = rubric.categories.flatMap((category) => category.criteria.map(({ id }) => id));

function makeRound(id: string): Round {
  const weights = [{ category: 'two', percent: 60 }];
  return {
    id,
    title: '测速',
    mode: 'official',
    status: 'issued',
    createdAt: '2026-01-01T00:00:00Z',
    deadline: null,
    design: {
      kind: 'other',
      rubrics: [rubric],
      tracks: [{ id: 'main', name: '全部', rubricId: 'main', quota: 100 }],
      policy: { ...defaultSelectionPolicy, weights },
      eligibility: { match: 'all', conditions: [] },
      instructions: '',
    },
  };
}

/** A small generator of its own: the same points for both databases. */
function makeDice(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % 1001;
  };
}

type Filled = { readonly db: Database; readonly round: Round; readonly points: Int32Array };

/** A workspace database with so many sheets, written as intake writes them. */
function fill(file: string, sheets: number): Filled {
  const entropy = tickingEntropy();
  const db = value(openDatabase(file, workspaceMigrations));
  const round = makeRound(makeId(entropy));
  const candidates = sheets / perCandidate;
  const experts = Math.max(perCandidate, Math.round(Math.sqrt(sheets) / perCandidate) * perCandidate);
  const points = new Int32Array(sheets * items);
  const next = makeDice();
  for (let at = 0; at < points.length; at += 1) points[at] = next();
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    const { id, title, mode, status, createdAt, design } = round;
    db.prepare('INSERT INTO rounds VALUES (?, ?, ?, ?, ?, NULL, ?, NULL)').run(
      id,
      title,
      mode,
      status,
      createdAt,
      JSON.stringify(design),
    );
    const candidate = db.prepare(`INSERT INTO candidates VALUES (?, ?, ?, ?, '对象', '', 'main', '[]', '', '[]')`);
    const candidateIds = Array.from({ length: candidates }, (_, index) => {
      const own = makeId(entropy);
      candidate.run(own, id, index, `C${index}`);
      return own;
    });
    const sheet = db.prepare(
      `INSERT INTO sheets (result, round_id, expert_id, candidate_id, state, total, points, gates, fraud, comment, reason,
         revision, first_edited_at, last_edited_at) VALUES (?, ?, ?, ?, 'scored', ?, ?, '{}', 0, '', NULL, 1, '', '')`,
    );
    const share = experts / perCandidate;
    for (let expert = 0; expert < experts; expert += 1) {
      const own = makeId(entropy);
      const statement = expert.toString(16).padStart(64, '0');
      db.prepare(`INSERT INTO experts (id, name, unit, title, phone, field) VALUES (?, ?, '', '', '', '')`).run(
        own,
        own,
      );
      db.prepare(`INSERT INTO tasks VALUES (?, ?, ?, 1, '', '', '', '[]')`).run(statement, id, own);
      db.prepare(`INSERT INTO results (statement, round_id, expert_id, fingerprint, seq, task, received_at, current)
                  VALUES (?, ?, ?, '', 1, ?, '', 1)`).run(statement, id, own, statement);
      // The expert's seat (0 … 4) decides which of a candidate's sheets is his, his place among `share` which candidates.
      const seat = Math.floor(expert / share);
      for (let index = expert % share; index < candidates; index += share) {
        const from = (index * perCandidate + seat) * items;
        const given = points.subarray(from, from + items);
        const json = JSON.stringify(Object.fromEntries(criteria.map((name, at) => [name, given[at]])));
        sheet.run(
          statement,
          id,
          own,
          candidateIds[index],
          given.reduce((sum, one) => sum + one, 0),
          json,
        );
      }
    }
  })();
  return { db, round, points };
}

/** DuckDB, one thread, on the same points: the best list and what it took, in milliseconds. */
async function askDuck(points: Int32Array, runs: number): Promise<{ times: number[]; first: string }> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = criteria.map((_, at) => `i${at} INTEGER`).join(', ');
  await connection.run(`CREATE TABLE sheets (candidate INTEGER, ${columns})`);
  const appender = await connection.createAppender('sheets');
  for (let from = 0, sheet = 0; from < points.length; from += items, sheet += 1) {
    appender.appendInteger(Math.floor(sheet / perCandidate));
    for (let at = 0; at < items; at += 1) appender.appendInteger(points[from + at] ?? 0);
    appender.endRow();
  }
  appender.closeSync();
  const weigh = criteria.map((_, at) => `i${at} * ${at < items / 2 ? 100 : 60}`).join(' + ');
  const query = `SELECT candidate, (sum(t) - max(t) - min(t)) AS score FROM (SELECT candidate, ${weigh} AS t FROM sheets)
                 GROUP BY candidate ORDER BY score DESC, candidate`;
  let first = '';
  const times = await time(runs, async () => {
    const reader = await connection.runAndReadAll(query);
    const [candidate, score] = reader.getColumns();
    first = `C${String(candidate?.[0])} ${String(score?.[0])}`;
  });
  connection.closeSync();
  return { times, first };
}

/** The table of growth and the comparison at a million. */
export async function measureMillion(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const sheets of [1_000, 10_000, 100_000, 1_000_000]) {
    const file = join(folder, `sheets-${sheets}.db`);
    const { db, round, points } = fill(file, sheets);
    const runs = sheets >= 100_000 ? 5 : 20;
    const began = performance.now();
    loadRankingInput(db, round);
    const packed = performance.now() - began;
    let first = '';
    const loads = await time(runs, () => loadRankingInput(db, round));
    const ranks = await time(runs, () => {
      const ranking = value(rankRound(loadRankingInput(db, round)));
      const [row] = ranking.tracks[0]?.rows ?? [];
      first = `${row?.code ?? ''} ${row?.exact ?? ''}`;
    });
    const input = loadRankingInput(db, round);
    const ranking = value(rankRound(input));
    const hashes = await time(runs, () => hashRanking(input, ranking));
    globalThis.gc?.();
    const duck = await askDuck(points, runs);
    db.close();
    rmSync(file, { force: true });
    figures.push({
      what: `${sheets.toLocaleString('en')} sheets × ${items} items: ranked from SQLite`,
      measured: `${show(median(ranks))} (of that reading ${show(median(loads))}); hashes ${show(median(hashes))}; once, packing ${show(packed)}`,
      beside: `DuckDB, one thread ${show(median(duck.times))}; first ${first} and ${duck.first}; memory at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    });
  }
  return figures;
}
