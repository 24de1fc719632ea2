import { readRecords } from '../tables/read-records.ts';
import type { TableRecord } from '../tables/read-record.ts';
import { listHeldRows, placeKey, sortProblems } from '../tables/sort-problems.ts';
import type { TableFile } from '../tables/table.ts';
import type { TableRules } from '../tables/table-rules.ts';
import { judgeCandidates } from './judge-candidates.ts';
import { listFields, unitStandIns } from './fields.ts';
import type { CandidatesContext, CandidatesInterpretation, InterpretedCandidate } from './interpreted-candidate.ts';
import { assignTracks } from './assign-tracks.ts';
import { recogniseTrack } from './recognise-track.ts';

/** Longest code and name of a candidate (`candidateSchema`). */
const maxima = new Map([
  ['code', 40],
  ['name', 120],
]);
const ownKeys = new Set(['code', 'name', 'unit', 'track', 'dossier', 'serial']);

/**
 * Reads candidates out of a spreadsheet (rulings for imports). Pure: nothing is stored. Rows with faults are held
 * (`taken` false), a problem of severity `file` holds all of them.
 */
export function interpretCandidates(table: TableFile, context: CandidatesContext): CandidatesInterpretation {
  const { records, problems, notes, layouts } = readRecords(table, makeRules(context), context.mends ?? []);
  const tracks = assignTracks(records, context);
  const units = records.map(findUnit);
  const judged = judgeCandidates(records, units, context);
  const all = sortProblems([...problems, ...tracks.problems, ...judged], layouts);
  const held = listHeldRows(all);
  const refused = all.some(({ severity }) => severity === 'file');
  const rows = records.map((record, index): InterpretedCandidate => {
    const trackId = tracks.ids[index] ?? null;
    return {
      sheet: record.sheet,
      row: record.row,
      code: record.values.get('code') ?? '',
      name: record.values.get('name') ?? '',
      unit: units[index] ?? '',
      trackId,
      dossier: record.values.get('dossier') ?? '',
      fields: record.fields.filter(({ key }) => key === null || key !== tracks.usedKey),
      sealed: record.sealed,
      cells: record.cells,
      taken: !refused && trackId !== null && !held.has(placeKey(record)),
    };
  });
  return { rows, problems: all, notes: [...notes, ...tracks.notes], layouts };
}

function makeRules({ kind, tracks }: CandidatesContext): TableRules {
  const definitions = listFields(kind);
  const label = (key: string): { zh: string; en: string } => {
    const definition = definitions.find((one) => one.key === key);
    return { zh: definition?.zh ?? key, en: definition?.en ?? key };
  };
  return {
    definitions,
    anchors: ['code', 'name', 'unit'],
    identifiers: ['code', 'name', 'unit'],
    ownKeys,
    maxima,
    serialFor: 'code',
    listMissing: (keys) => {
      const missing = ['code', 'name'].filter((key) => !keys.has(key));
      if (!keys.has('unit') && unitStandIns.every((key) => !keys.has(key))) missing.push('unit');
      return missing.map(label);
    },
    isGroupName: (text) => tracks.length > 1 && recogniseTrack(tracks, text) !== null,
  };
}

/** 申报单位, or what stands in for it: 工作单位, 学校, 依托单位, 运营机构. */
function findUnit({ values }: TableRecord): string {
  const key = ['unit', ...unitStandIns].find((one) => (values.get(one) ?? '') !== '');
  return key === undefined ? '' : (values.get(key) ?? '').replaceAll('\n', ' ');
}
