import type { Page } from '@playwright/test';

/** Time from an act until what it shows has been painted, and the longest frame on the way; milliseconds. */
export type Act = { readonly took: number; readonly longest: number };

/** Intervals between frames while a grid scrolls; milliseconds. `blank`: frames in which the middle showed no row. */
export type Scroll = { readonly frames: readonly number[]; readonly blank: number };

/** What is measured inside a page: the same for the application's window and for the bare grid. */
export type Meter = {
  /** Clicks, types or creates, then waits until `shown` holds and a frame after that has begun. */
  readonly until: (act: () => void, shown: () => boolean) => Promise<Act>;
  /** Scrolls the grid by so many pixels at every frame. */
  readonly scroll: (from: number, pixels: number, frames: number) => Promise<Scroll>;
  /** Text of a cell by the row's place and the column's id; empty while there is none. */
  readonly cell: (row: number, column: string) => string;
  /** Presses a column's header. */
  readonly pressHeader: (column: string) => void;
  /** How many rows the grid says it has, its header's included. */
  readonly rows: () => number;
  /** Height of everything that can be scrolled. */
  readonly height: () => number;
};

declare global {
  interface Window {
    boardMeter: Meter;
  }
}

/** Puts `boardMeter` into a page. Runs there: it must not reach for anything outside itself. */
function install(): void {
  const frame = (): Promise<number> =>
    new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
  const viewport = (): Element => {
    const found = [...document.querySelectorAll('.ag-root *')].find(
      (element) =>
        element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY),
    );
    if (found === undefined) throw new Error('There is no grid that scrolls.');
    return found;
  };
  const cell = (row: number, column: string): string =>
    document.querySelector(`.ag-row[row-index="${row}"] [col-id="${column}"]`)?.textContent ?? '';
  const shows = ({ left, top, width, height }: DOMRect): boolean =>
    [0.25, 0.5, 0.75].every((share) => {
      const cell = document.elementFromPoint(left + width * 0.2, top + height * share)?.closest('.ag-row');
      return cell !== null && cell !== undefined && (cell.textContent ?? '') !== '';
    });
  window.boardMeter = {
    until: async (act, shown) => {
      const start = performance.now();
      let last = start;
      let longest = 0;
      const next = async (): Promise<void> => {
        const now = await frame();
        longest = Math.max(longest, now - last);
        last = now;
      };
      act();
      do {
        await next();
        if (last - start > 120_000) throw new Error('Nothing was shown within two minutes.');
      } while (!shown());
      await next();
      return { took: last - start, longest };
    },
    scroll: async (from, pixels, frames) => {
      const view = viewport();
      view.scrollTop = from;
      for (let wait = 0; wait < 30; wait += 1) await frame();
      const box = view.getBoundingClientRect();
      const times: number[] = [];
      let blank = 0;
      let last = await frame();
      for (let step = 1; step <= frames; step += 1) {
        view.scrollTop = from + step * pixels;
        const now = await frame();
        times.push(now - last);
        last = now;
        if (!shows(box)) blank += 1;
      }
      return { frames: times, blank };
    },
    cell,
    pressHeader: (column) =>
      document.querySelector<HTMLElement>(`.ag-header-cell[col-id="${column}"] .ag-header-cell-label`)?.click(),
    rows: () =>
      Number(
        document.querySelector('.ag-root [aria-rowcount], .ag-root[aria-rowcount]')?.getAttribute('aria-rowcount'),
      ),
    height: () => viewport().scrollHeight,
  };
}

export async function installMeter(page: Page): Promise<void> {
  await page.evaluate(install);
}
