import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { DuckDBInstance } from '@duckdb/node-api';
import { openDatabase } from '#electron/db/open-database.ts';
import { workspaceMigrations } from '#electron/db/migrations.ts';
import { hashRanking } from '#electron/ranking/hash-ranking.ts';
import { loadRankingInput } from '#electron/ranking/load-ranking-input.ts';
import { orderRound } from '#shared/ranking/order-round.ts';
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

type Filled = {
  readonly db: Database;
  readonly round: Round;
  readonly points: Int32Array;
  readonly experts: number;
};

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
  return { db, round, points, experts };
}

/** What DuckDB took on one thread, in milliseconds. */
type Duck = {
  /** Opening its file and answering: as much as the ranking does, whose database is open already. */
  readonly file: number[];
  /** Answering again, with everything in memory. */
  readonly memory: number[];
  /** The same from its file for a trimming of any size, as policies allow: by rank instead of by greatest and least. */
  readonly general: number[];
  readonly first: string;
};

/** Sheets stand expert by expert, as they come in. */
async function fillDuck(file: string, points: Int32Array, experts: number): Promise<void> {
  const instance = await DuckDBInstance.create(file, { threads: '1' });
  const connection = await instance.connect();
  const columns = criteria.map((_, at) => `i${at} INTEGER`).join(', ');
  await connection.run(`CREATE TABLE sheets (candidate INTEGER, expert INTEGER, ${columns})`);
  const appender = await connection.createAppender('sheets');
  const share = experts / perCandidate;
  const candidates = points.length / items / perCandidate;
  for (let expert = 0; expert < experts; expert += 1) {
    const seat = Math.floor(expert / share);
    for (let candidate = expert % share; candidate < candidates; candidate += share) {
      appender.appendInteger(candidate);
      appender.appendInteger(expert);
      const from = (candidate * perCandidate + seat) * items;
      for (let at = 0; at < items; at += 1) appender.appendInteger(points[from + at] ?? 0);
      appender.endRow();
    }
  }
  appender.closeSync();
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

const weigh = criteria.map((_, at) => `i${at} * ${at < items / 2 ? 100 : 60}`).join(' + ');
const weighed = `SELECT candidate, expert, ${weigh} AS t FROM sheets`;
const leastAndMost = `SELECT candidate, sum(t) - max(t) - min(t) AS score FROM (${weighed})
  GROUP BY candidate ORDER BY score DESC, candidate`;
const anyTrim = `SELECT candidate, sum(t) AS score FROM (
    SELECT candidate, t, row_number() OVER (PARTITION BY candidate ORDER BY t, expert) AS place,
           count(*) OVER (PARTITION BY candidate) AS sheets FROM (${weighed}))
  WHERE place > 1 AND place < sheets GROUP BY candidate ORDER BY score DESC, candidate`;

async function askDuck(file: string, runs: number): Promise<Duck> {
  const memory: number[] = [];
  let first = '';
  const ask = async (query: string): Promise<void> => {
    const instance = await DuckDBInstance.create(file, { threads: '1', access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    const answer = async (): Promise<void> => {
      const [candidate, score] = (await connection.runAndReadAll(query)).getColumns();
      first = `C${String(candidate?.[0])} ${String(score?.[0])}`;
    };
    await answer();
    if (query === leastAndMost) memory.push(...(await time(1, answer)));
    connection.closeSync();
    instance.closeSync();
  };
  // What is asked again in memory is no part of the first answer.
  const asked = await time(runs, () => ask(leastAndMost));
  const opened = asked.map((took, run) => took - (memory[run] ?? 0));
  const general = await time(runs, () => ask(anyTrim));
  return { file: opened, memory, general, first };
}

/** The table of growth and the comparison at a million. */
export async function measureMillion(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const sheets of [1_000, 10_000, 100_000, 1_000_000]) figures.push(...(await measureSize(folder, sheets)));
  return figures;
}

async function measureSize(folder: string, sheets: number): Promise<Figure[]> {
  const file = join(folder, `sheets-${sheets}.db`);
  const duckFile = join(folder, `sheets-${sheets}.duckdb`);
  const { db, round, points, experts } = fill(file, sheets);
  await fillDuck(duckFile, points, experts);
  const runs = sheets >= 100_000 ? 9 : 20;
  const began = performance.now();
  loadRankingInput(db, round);
  const packed = performance.now() - began;
  const loads = await time(runs, () => loadRankingInput(db, round));
  const orders = await time(runs, () => orderRound(loadRankingInput(db, round)));
  const duck = await askDuck(duckFile, runs);
  const memory = measureMemory(file, round);
  const input = loadRankingInput(db, round);
  let first = '';
  const rows = await time(Math.min(runs, 3), () => {
    const [row] = value(rankRound(input)).tracks[0]?.rows ?? [];
    first = `${row?.code ?? ''} ${row?.exact ?? ''}`;
  });
  const ranking = value(rankRound(input));
  const hashes = await time(Math.min(runs, 3), () => hashRanking(input, ranking));
  db.close();
  rmSync(file, { force: true });
  rmSync(duckFile, { force: true });
  const size = sheets.toLocaleString('en');
  return [
    {
      what: `${size} sheets × ${items} items: ranked from SQLite, tie chain and seats included`,
      measured: `${show(median(orders))} (of that reading ${show(median(loads))}); a process of its own took at most ${memory.ordered} MB`,
      beside: `DuckDB, one thread, weighted mean without highest and lowest, sorted: from its file ${show(median(duck.file))}, again in memory ${show(median(duck.memory))}; trimming of any size ${show(median(duck.general))}`,
    },
    {
      what: `${size} sheets: all rows written out besides`,
      measured: `${show(median(rows))}; the three hashes ${show(median(hashes))}; packing when first ranked, once ${show(packed)}; a process of its own took at most ${memory.written} MB`,
      beside: `first of the list ${first}; of DuckDB ${duck.first}`,
    },
  ];
}

/** The most memory that a process took, in MB: when the round was ordered, and with all rows written out and hashed. */
type Memory = { readonly ordered: number; readonly written: number };

function measureMemory(file: string, round: Round): Memory {
  const script = join(dirname(process.argv[1] ?? ''), 'rank-once.mjs');
  const printed = execFileSync(process.execPath, [script, file, JSON.stringify(round)], { encoding: 'utf8' });
  const [ordered = NaN, written = NaN] = printed.split(' ').map(Number);
  return { ordered, written };
}
