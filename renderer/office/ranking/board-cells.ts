import type { TFunction } from 'i18next';
import { formatPoints } from '#shared/base/points.ts';
import { listEquals, type BoardRow, type BoardTrack } from '#shared/ranking/board.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { measureBar, type Axis, type BoardLine, type SpreadBar } from './board-lines.ts';
import { nameItem, readTieRule } from './explanation.ts';

// The cells of the board as plain elements: while a hundred thousand rows scroll by, React would cost more than the grid.

export type Text = TFunction<['office', 'common']>;

/** What a cell is made for. */
type Cell = { readonly data?: BoardLine | undefined };
export type CellMaker = (cell: Cell) => HTMLElement;

/** Gives a copy of a mark (icon and word) that stands ready, by its name. */
export type CopyMark = (name: string) => HTMLElement;

function element(tag: 'span' | 'b' | 'i' | 'div', className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

const nothing = (): HTMLElement => element('span', '');

export const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A bar in words, for screen readers and as a tooltip. */
export function describeBar({ lowest, highest }: SpreadBar, t: Text): string {
  return t('ranking.spreadText', {
    lowest: formatPoints(lowest),
    highest: formatPoints(highest),
    difference: formatPoints(highest - lowest),
  });
}

/** Lowest to highest total on the track's common axis, with a stroke at the score. */
export function spreadCell(axis: Axis, t: Text): CellMaker {
  return ({ data }) => {
    const bar = data?.kind === 'row' ? measureBar(data.row, axis) : null;
    if (bar === null) return element('span', 'office-faint', '—');
    const { from, to, score } = bar;
    const made = element('span', 'ranking-spread');
    made.title = describeBar(bar, t);
    const span = element('b', '');
    span.style.left = percent(from);
    span.style.width = percent(Math.max(to - from, 0.005));
    made.setAttribute('role', 'img');
    made.setAttribute('aria-label', made.title);
    made.append(span);
    if (score !== null) {
      const stroke = element('i', '');
      stroke.style.left = percent(score);
      made.append(stroke);
    }
    return made;
  };
}

/** The name of a row's mark among those that stand ready. */
export function markOf({ status, veto }: Pick<BoardRow, 'status' | 'veto'>): string {
  return veto === null ? status : `${status} vetoed`;
}

export function statusCell(copyMark: CopyMark): CellMaker {
  return ({ data }) => (data?.kind === 'row' ? copyMark(markOf(data.row)) : nothing());
}

/** With whom the score is shared and what parted them. */
export function tieCell({ rows }: BoardTrack, rubric: Rubric, t: Text): CellMaker {
  return ({ data }) => {
    if (data?.kind !== 'row' || data.row.tie === null) return nothing();
    const { by, item } = readTieRule(data.row.tie, rubric);
    const made = element(
      'span',
      by === 'shared' ? 'ranking-tie shared' : 'ranking-tie',
      t(`ranking.ties.${by}`, { item }),
    );
    const { codes, more } = listEquals(rows, data.place);
    made.title = t('ranking.tieWith', { codes: codes.join('、') + (more ? ' …' : '') });
    return made;
  };
}

/** Why somebody is out, and what must be looked at. */
export function remarkCell(rubric: Rubric, copyMark: CopyMark, t: Text): CellMaker {
  return ({ data }) => {
    const made = element('span', 'ranking-remarks');
    if (data?.kind !== 'row') return made;
    const { row } = data;
    const words = describeOut(row, rubric, t);
    if (words !== '') {
      const out = element('span', '', words);
      out.title = words;
      made.append(out);
    }
    if (row.spread?.reReviewAdvised === true) made.append(copyMark('reReview'));
    if (row.fraudFlags > 0) {
      const mark = copyMark('fraud');
      const word = mark.lastElementChild;
      if (word !== null) word.textContent = t('ranking.fraud', { count: row.fraudFlags });
      made.append(mark);
    }
    return made;
  };
}

function describeOut({ veto, status, sheets }: BoardRow, rubric: Rubric, t: Text): string {
  if (veto === null) return status === 'no-score' ? t('ranking.tooFew', { count: sheets }) : '';
  const reason = veto.by === 'staff' ? veto.reason : veto.gateIds.map((id) => nameItem(rubric, id)).join('、');
  return t('ranking.vetoedBy', { reason });
}

/**
 * The cut line or the end of the reserve list, drawn across the board with its words.
 * @param onlyTrack without other tracks the cut line need not say whose quota it is
 */
export function lineCell(onlyTrack: boolean, t: Text): CellMaker {
  return ({ data }) => {
    if (data === undefined || data.kind === 'row') return nothing();
    const made = element('div', data.kind === 'reserve' ? 'ranking-line reserve' : 'ranking-line', nameLine(data));
    made.setAttribute('role', 'gridcell');
    return made;
  };

  function nameLine({ kind, track: { quota, received, reserve } }: Exclude<BoardLine, { kind: 'row' }>): string {
    if (kind === 'reserve') return t('ranking.reserveLine', { count: reserve });
    const seats = { quota: quota ?? 0, received };
    if (received > 0) return t('ranking.cutLineReceived', seats);
    return onlyTrack ? t('ranking.cutLine', seats) : t('ranking.cutLineTrack', seats);
  }
}
