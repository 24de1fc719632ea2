import type { ViewerCommand, ViewerState } from '../bridge/viewer-messages.ts';

/** Tells the page what is shown. */
export type ReportState = (state: ViewerState) => void;

/** What shows one file; what a kind of file has no use for is left out. */
export type Reader = {
  /** The scrolled element, which fills the frame. */
  readonly element: HTMLElement;
  readonly go?: (page: number) => void;
  readonly zoom?: (way: 1 | -1) => void;
  readonly fit?: () => void;
  readonly turn?: () => void;
  readonly find?: (query: string, again: 'next' | 'previous' | null) => void;
};

/** A command for what is open already. */
export type ReaderCommand = Exclude<ViewerCommand, { readonly do: 'open' | 'look' }>;

/** Lets a reader do what the page asks for. */
export function obey(reader: Reader, command: ReaderCommand): void {
  switch (command.do) {
    case 'go':
      return reader.go?.(command.page);
    case 'zoom':
      return reader.zoom?.(command.way);
    case 'fit':
      return reader.fit?.();
    case 'turn':
      return reader.turn?.();
    case 'find':
      return reader.find?.(command.query, command.again);
    case 'scroll':
      // Most of the height, so that the last lines stay in sight.
      return reader.element.scrollBy({ top: command.way * reader.element.clientHeight * 0.9 });
    case 'focus':
      return reader.element.focus();
  }
}
