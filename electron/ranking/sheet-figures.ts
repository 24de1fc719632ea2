import { intAt } from '#shared/base/at.ts';
import { sheetColumns, stridesOf, voidWhere, type Layout, type SheetShape } from '#shared/ranking/sheet-columns.ts';
import type { RankingSheet, SheetColumns, SheetDetails } from '#shared/ranking/ranking.ts';

/**
 * The sheets of one result as 32-bit little-endian integers, column by column. `figures`: places of the candidates, flags, sums
 * of the categories; `details`: ids, gates answered, points. Sums and points take as many places for each sheet as the
 * round's longest rubric needs.
 */
export type Figures = { readonly figures: Uint8Array; readonly details: Uint8Array };

/** Packs the sheets of one expert. */
export function packFigures(sheets: readonly RankingSheet[], layout: Layout): Figures {
  const { candidates, flags, categories, details } = sheetColumns(sheets, layout);
  const ids = Array.from(details.ids, Number);
  return {
    figures: packWords(Int32Array.from([...candidates, ...flags, ...categories])),
    details: packWords(Int32Array.from([...ids, ...details.answered, ...details.points])),
  };
}

/** 32-bit integers as little-endian bytes. */
export function packWords(words: Int32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (let index = 0; index < words.length; index += 1) view.setInt32(index * 4, intAt(words, index), true);
  return new Uint8Array(view.buffer);
}

/** Little-endian bytes as 32-bit integers. Every machine that the program runs on is little-endian itself. */
export function readWords(bytes: Uint8Array): Int32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}

/** Where the packed sheets of one expert are read from. */
export type ExpertFigures = {
  readonly expertId: string;
  readonly void: boolean;
  readonly digest: string;
  readonly sheets: number;
  readonly readFigures: () => Uint8Array;
  readonly readDetails: () => Uint8Array;
};

/** Puts the packed sheets of all experts (by bytes of the id) together as the columns of a round; details when asked for. */
export function joinFigures(experts: readonly ExpertFigures[], shapes: readonly SheetShape[]): SheetColumns {
  const strides = stridesOf(shapes);
  const count = experts.reduce((sum, { sheets }) => sum + sheets, 0);
  const [candidates, flags] = [new Int32Array(count), new Int32Array(count)];
  const categories = new Int32Array(count * strides.categories);
  const places = new Int32Array(count);
  let first = 0;
  for (const [expert, { readFigures, sheets }] of experts.entries()) {
    const words = readWords(readFigures());
    candidates.set(words.subarray(0, sheets), first);
    flags.set(words.subarray(sheets, sheets * 2), first);
    categories.set(words.subarray(sheets * 2), first * strides.categories);
    places.fill(expert, first, first + sheets);
    first += sheets;
  }
  let details: SheetDetails | null = null;
  const columns: SheetColumns = {
    count,
    expertIds: experts.map(({ expertId }) => expertId),
    digests: experts.map(({ digest }) => digest),
    experts: places,
    candidates,
    flags,
    categories,
    categoryStride: strides.categories,
    get details() {
      details ??= joinDetails(experts, count, strides.points);
      return details;
    },
  };
  const voided = experts.map((expert) => expert.void);
  return voided.includes(true) ? voidWhere(columns, (sheet) => voided[intAt(places, sheet)] === true) : columns;
}

function joinDetails(experts: readonly ExpertFigures[], count: number, stride: number): SheetDetails {
  const [ids, answered, points] = [new Int32Array(count), new Int32Array(count), new Int32Array(count * stride)];
  let first = 0;
  for (const { readDetails, sheets } of experts) {
    const words = readWords(readDetails());
    ids.set(words.subarray(0, sheets), first);
    answered.set(words.subarray(sheets, sheets * 2), first);
    points.set(words.subarray(sheets * 2), first * stride);
    first += sheets;
  }
  return { ids, answered, stride, points };
}
