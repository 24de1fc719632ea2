import type { BoardRow, BoardTrack } from './board.ts';

// A hundred thousand rows on their way into a window: as objects every single value is copied twice, which takes seconds.
// As columns they are a few texts and number arrays, which go over in one piece each.

/** The rows of a track as columns, one entry for each row unless said otherwise. */
export type PackedRows = {
  readonly count: number;
  /** Texts of all rows, joined by `separator`. */
  readonly candidateIds: string;
  readonly codes: string;
  readonly names: string;
  readonly units: string;
  /** Empty for null. */
  readonly scores: string;
  readonly exacts: string;
  /** The values that `status` and `tie` count into. */
  readonly statuses: readonly BoardRow['status'][];
  readonly ties: readonly BoardRow['tie'][];
  /** `figures` for each row, row by row. */
  readonly numbers: Int32Array;
  /** The few rows that are vetoed. */
  readonly vetoes: readonly { readonly at: number; readonly veto: NonNullable<BoardRow['veto']> }[];
};

export type PackedTrack = Omit<BoardTrack, 'rows'> & { readonly rows: PackedRows };
export type PackedBoard = { readonly tracks: readonly PackedTrack[] };

/** Stands in no name: texts are cleaned of control characters before they are stored. */
const separator = '\u0000';
/** Figures of a row in `numbers`. */
const figures = 10;
const crossings: readonly BoardRow['across'][] = [null, 'cut-line', 'reserve-end'];
/** Stands for null where 0 is a figure. */
const none = -1;

export function packTrack({ rows, ...track }: BoardTrack): PackedTrack {
  const join = (text: (row: BoardRow) => string): string =>
    rows.map((row) => text(row).replaceAll(separator, ' ')).join(separator);
  return {
    ...track,
    rows: {
      count: rows.length,
      candidateIds: join(({ candidateId }) => candidateId),
      codes: join(({ code }) => code),
      names: join(({ name }) => name),
      units: join(({ unit }) => unit),
      scores: join(({ score }) => score ?? ''),
      exacts: join(({ exact }) => exact ?? ''),
      ...packFigures(rows),
      vetoes: rows.flatMap(({ veto }, at) => (veto === null ? [] : [{ at, veto }])),
    },
  };
}

function packFigures(rows: readonly BoardRow[]): Pick<PackedRows, 'statuses' | 'ties' | 'numbers'> {
  const statuses = makeIndex<BoardRow['status']>();
  const ties = makeIndex<BoardRow['tie']>();
  const numbers = new Int32Array(rows.length * figures);
  for (const [at, { rank, sheets, trimmed, status, across, spread, fraudFlags, tie, range }] of rows.entries())
    numbers.set(
      [
        rank ?? none,
        sheets,
        trimmed,
        fraudFlags,
        spread === null ? none : spread.hundredths,
        spread?.reReviewAdvised === true ? 1 : 0,
        range === null ? none : range.lowest,
        range === null ? none : range.highest,
        statuses.of(status),
        ties.of(tie) * crossings.length + crossings.indexOf(across),
      ],
      at * figures,
    );
  return { statuses: statuses.values, ties: ties.values, numbers };
}

/** The track as it was before `packTrack`. */
export function unpackTrack({ rows: packed, ...track }: PackedTrack): BoardTrack {
  const { count, numbers, statuses, ties } = packed;
  const [ids, codes, names, units, scores, exacts] = [
    packed.candidateIds.split(separator),
    packed.codes.split(separator),
    packed.names.split(separator),
    packed.units.split(separator),
    packed.scores.split(separator),
    packed.exacts.split(separator),
  ] as const;
  const vetoes = new Map(packed.vetoes.map(({ at, veto }) => [at, veto]));
  const rows = Array.from({ length: count }, (_, at): BoardRow => {
    const figure = (place: number): number => numbers[at * figures + place] ?? none;
    const [rank, spread, lowest, tie] = [figure(0), figure(4), figure(6), figure(9)];
    return {
      rank: rank === none ? null : rank,
      candidateId: ids[at] ?? '',
      code: codes[at] ?? '',
      name: names[at] ?? '',
      unit: units[at] ?? '',
      score: orNull(scores[at]),
      exact: orNull(exacts[at]),
      sheets: figure(1),
      trimmed: figure(2),
      status: statuses[figure(8)] ?? 'ranked',
      across: crossings[tie % crossings.length] ?? null,
      spread: spread === none ? null : { hundredths: spread, reReviewAdvised: figure(5) === 1 },
      veto: vetoes.get(at) ?? null,
      fraudFlags: figure(3),
      tie: ties[Math.floor(tie / crossings.length)] ?? null,
      range: lowest === none ? null : { lowest, highest: figure(7) },
    };
  });
  return { ...track, rows };
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** Counts values in the order in which they are first met. */
function makeIndex<Value>(): { readonly values: Value[]; readonly of: (value: Value) => number } {
  const values: Value[] = [];
  const places = new Map<Value, number>();
  return {
    values,
    of: (value) => {
      const known = places.get(value);
      if (known !== undefined) return known;
      places.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}
