import type { ImportProblem } from '../base/import-table.ts';
import type { ImportNote } from '../tables/interpretation.ts';
import type { TableRecord } from '../tables/read-record.ts';
import type { CandidatesContext } from './interpreted-candidate.ts';
import { recogniseTrack } from './recognise-track.ts';

/** The track of each record (null: held) with what was found on the way. */
export type TrackAssignment = {
  readonly ids: readonly (string | null)[];
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportNote[];
  /** Key of the column that named the tracks, when it is not 赛道 itself. */
  readonly usedKey: string | null;
};

/**
 * Finds each row's track: the row's own 赛道 cell, else the track chosen for the file, else the heading above the row,
 * else the sheet's name, else the round's only track. A chosen track that a cell or a sheet's name contradicts refuses
 * the file; an unknown one holds the row (rulings for imports).
 */
export function assignTracks(records: readonly TableRecord[], context: CandidatesContext): TrackAssignment {
  const key = chooseTrackKey(records, context);
  const problems: ImportProblem[] = [];
  const ids = records.map((record) => findTrack(record, key, context, problems));
  const contradiction = problems.find(({ kind }) => kind === 'candidates.track-contradiction');
  const others = problems.filter(({ kind }) => kind !== 'candidates.track-contradiction');
  return {
    ids,
    problems: contradiction === undefined ? others : [contradiction, ...others],
    notes: key === 'category' ? noteCategory(records) : [],
    usedKey: key === 'category' ? key : null,
  };
}

/** 类别 names the tracks when nothing else does, in a round of several tracks, and at least one of its cells is one. */
function chooseTrackKey(records: readonly TableRecord[], { tracks }: CandidatesContext): 'track' | 'category' {
  const hasTrack = records.some(({ columns }) => columns.has('track'));
  if (hasTrack || tracks.length < 2) return 'track';
  const names = records.some(({ values }) => recogniseTrack(tracks, values.get('category') ?? '') !== null);
  return names ? 'category' : 'track';
}

function noteCategory(records: readonly TableRecord[]): ImportNote[] {
  const [first] = records;
  if (first === undefined) return [];
  const column = first.columns.get('category') ?? null;
  return [{ sheet: first.sheet, row: null, column, kind: 'candidates.category-as-track', detail: {} }];
}

function findTrack(
  record: TableRecord,
  key: 'track' | 'category',
  { tracks, chosenTrack }: CandidatesContext,
  problems: ImportProblem[],
): string | null {
  const text = record.values.get(key) ?? '';
  const own = recogniseTrack(tracks, text);
  const sheetTrack = tracks.length > 1 ? recogniseTrack(tracks, record.sheet) : null;
  const report = (kind: string, severity: ImportProblem['severity'], detail: ImportProblem['detail']): void => {
    const column = text === '' ? null : (record.columns.get(key) ?? null);
    problems.push({ sheet: record.sheet, row: record.row, column, kind, severity, detail });
  };
  if (text !== '' && own === null) {
    report('candidates.track-unknown', 'row', { value: text.slice(0, 60), tracks: listNames(tracks) });
    return null;
  }
  const stated = own ?? sheetTrack;
  if (chosenTrack !== null && stated !== null && stated !== chosenTrack)
    report('candidates.track-contradiction', 'file', {
      value: nameOf(tracks, stated),
      chosen: nameOf(tracks, chosenTrack),
    });
  if (own !== null && sheetTrack !== null && own !== sheetTrack)
    report('candidates.track-differs-from-sheet', 'warning', { value: nameOf(tracks, own) });
  const only = tracks.length === 1 ? (tracks[0]?.id ?? null) : null;
  const found = own ?? chosenTrack ?? headingTrack(record, tracks) ?? sheetTrack ?? only;
  if (found === null) report('candidates.track-missing', 'row', { tracks: listNames(tracks) });
  return found;
}

function headingTrack({ heading }: TableRecord, tracks: CandidatesContext['tracks']): string | null {
  return heading === null || tracks.length < 2 ? null : recogniseTrack(tracks, heading);
}

function listNames(tracks: CandidatesContext['tracks']): string {
  return tracks.map(({ name }) => name).join('、');
}

function nameOf(tracks: CandidatesContext['tracks'], id: string): string {
  return tracks.find((track) => track.id === id)?.name ?? id;
}
