import { cellOf, type DemoKind, type DemoRow } from '#electron/demo/demo-row.ts';
import { demoCounts, demoSeed, makeDemoCandidates, makeDemoExperts } from '#electron/demo/demo-candidates.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Expert } from '#shared/experts/expert.ts';
import type { RoundDesign, Track } from '#shared/round/round.ts';

/** A round as the demo sets it up, without spreadsheets between. */
export type SampleRound = {
  readonly design: RoundDesign;
  readonly candidates: readonly Candidate[];
  readonly experts: readonly Expert[];
  /** What the expert has to score: for products his track, otherwise everything. */
  readonly assigned: (expert: Expert) => Candidate[];
};

/** A UUIDv7 that counts. */
export const countedId = (order: number): string => `00000000-0000-7000-8000-${String(order).padStart(12, '0')}`;

/** The shipped sample data of a kind as a round. */
export function sampleRound(kind: DemoKind): SampleRound {
  const loaded = loadTemplate(kind);
  if (!loaded.ok) throw new Error(loaded.error.code);
  const { design } = loaded.value;
  const counts = demoCounts[kind];
  const rows = makeDemoCandidates(kind, counts.candidates, demoSeed);
  const expertRows = makeDemoExperts(kind, counts.experts, demoSeed, rows);
  const candidates = rows.map((row, index) => candidateOf(row, countedId(index + 1), trackOf(design, row)));
  const experts = expertRows.map((row, index) => expertOf(row, countedId(5000 + index)));
  const names = new Map(design.tracks.map(({ id, name }) => [id, name]));
  const assigned = ({ field }: Expert): Candidate[] =>
    candidates.filter(({ trackId }) => kind !== 'product' || names.get(trackId) === field);
  return { design, candidates, experts, assigned };
}

function trackOf({ tracks }: RoundDesign, row: DemoRow): Track {
  const track = tracks.find(({ name }) => name === cellOf(row, '赛道')) ?? tracks[0];
  if (track === undefined) throw new Error('a design has a track');
  return track;
}

function candidateOf(row: DemoRow, id: string, track: Track): Candidate {
  return {
    id,
    code: cellOf(row, '编号'),
    name: cellOf(row, '楼宇名称', '产品名称', '姓名', '学院名称', '基地名称'),
    unit: cellOf(row, '申报单位', '工作单位', '学校', '依托单位'),
    trackId: track.id,
    fields: Object.entries(row).map(([label, value]) => ({ key: null, label, value: String(value) })),
    dossiers: [],
  };
}

function expertOf(row: DemoRow, id: string): Expert {
  return {
    id,
    name: cellOf(row, '姓名'),
    unit: cellOf(row, '单位'),
    title: cellOf(row, '职称'),
    phone: cellOf(row, '手机'),
    field: cellOf(row, '赛道', '领域'),
    avoidUnits: cellOf(row, '回避单位')
      .split(/[、；]/)
      .filter((unit) => unit !== ''),
    leader: cellOf(row, '组长') === '是',
  };
}
