import { at, intAt } from '../base/at.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Columns } from './columns.ts';
import type { SheetColumns } from './ranking.ts';
import type { RankingCode } from './sentences.ts';

/** Places of sheets candidate by candidate, each one's by expert: those of candidate `c` at from[c] … from[c + 1]. */
export type SortedSheets = { readonly sheets: Int32Array; readonly from: Int32Array };

/** Candidates that are dealt with at a time: what is written for them stays in a processor's cache. */
const atATime = 8192;

/**
 * Sorts sheets, which stand expert by expert, by candidate: a counting sort over stretches of candidates, for each of which every
 * expert's sheets are read on from where the last stretch ended.
 */
export function sortByCandidate({ candidates, sheets }: Columns): Result<SortedSheets, RankingCode> {
  const starts = startsOfExperts(sheets);
  const orphan = starts.subarray(0, -1).find((first) => sheets.candidates[first] === -1);
  if (orphan !== undefined) return fail('ranking.sheet-orphan', { sheet: String(sheets.details.ids[orphan]) });
  const from = new Int32Array(candidates.count + 1);
  const next = new Int32Array(candidates.count);
  const sorted = new Int32Array(sheets.count);
  const cursors = starts.slice(0, -1);
  for (let first = 0; first < candidates.count; first += atATime) {
    const end = Math.min(first + atATime, candidates.count);
    const before = cursors.slice();
    for (let expert = 0; expert < cursors.length; expert += 1) {
      let [sheet, last] = [intAt(cursors, expert), -1];
      for (; sheet < intAt(starts, expert + 1); sheet += 1) {
        const candidate = intAt(sheets.candidates, sheet);
        if (candidate >= end) break;
        if (candidate === last) {
          return fail('ranking.sheet-repeated', { candidate: at(candidates.list, candidate).code });
        }
        next[candidate] = intAt(next, candidate) + 1;
        last = candidate;
      }
      cursors[expert] = sheet;
    }
    for (let candidate = first; candidate < end; candidate += 1) {
      const begin = intAt(from, candidate);
      from[candidate + 1] = begin + intAt(next, candidate);
      next[candidate] = begin;
    }
    for (let expert = 0; expert < cursors.length; expert += 1) {
      for (let sheet = intAt(before, expert); sheet < intAt(cursors, expert); sheet += 1) {
        const candidate = intAt(sheets.candidates, sheet);
        const place = intAt(next, candidate);
        sorted[place] = sheet;
        next[candidate] = place + 1;
      }
    }
  }
  return ok({ sheets: sorted, from });
}

/** Where each expert's sheets begin; one more at the end. */
function startsOfExperts({ experts, expertIds, count }: SheetColumns): Int32Array {
  const starts = new Int32Array(expertIds.length + 1).fill(count);
  for (let sheet = count - 1; sheet >= 0; sheet -= 1) starts[intAt(experts, sheet)] = sheet;
  for (let expert = expertIds.length - 1; expert >= 0; expert -= 1) {
    starts[expert] = Math.min(intAt(starts, expert), intAt(starts, expert + 1));
  }
  return starts;
}
