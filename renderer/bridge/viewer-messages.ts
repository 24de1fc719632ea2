// What the page and the viewer's frame say to each other, over a port of their own. The frame parses what strangers
// made, so the page believes it nothing but the shapes below.

/** How the viewer shows a file. */
export type Showing = 'pdf' | 'image' | 'text';

/** One entry of a document's table of contents. `page` null: it leads outside or nowhere. */
export type Bookmark = { readonly title: string; readonly depth: number; readonly page: number | null };

/** What the page asks for. */
export type ViewerCommand =
  | {
      readonly do: 'open';
      readonly show: Showing;
      readonly mediaType: string;
      readonly name: string;
      readonly bytes: ArrayBuffer;
      readonly page: number;
    }
  | { readonly do: 'look'; readonly look: ViewerLook }
  | { readonly do: 'go'; readonly page: number }
  | { readonly do: 'zoom'; readonly way: 1 | -1 }
  | { readonly do: 'fit' | 'turn' | 'focus' }
  | { readonly do: 'find'; readonly query: string; readonly again: 'next' | 'previous' | null }
  | { readonly do: 'scroll'; readonly way: 1 | -1 };

/** Theme, text size and language as the page's root element carries them; the viewer's root follows. */
export type ViewerLook = { readonly theme: string; readonly text: string; readonly lang: string };

/** What the viewer shows, for the toolbar. */
export type ViewerState = {
  readonly state: 'loading' | 'ready' | 'unreadable';
  readonly page: number;
  readonly pages: number;
  /** 1 is the size on paper of a PDF, the width of the pane for a picture. */
  readonly scale: number;
  readonly found: { readonly current: number; readonly total: number } | null;
  readonly bookmarks: readonly Bookmark[];
};

/** What the frame tells: its state, a key pressed in it, files dragged over it, that somebody reads in it. */
export type ViewerReport =
  | { readonly is: 'state'; readonly state: ViewerState }
  | { readonly is: 'key'; readonly key: ForwardedKey }
  | { readonly is: 'dragging' | 'reading' };

export const firstViewerState: ViewerState = {
  state: 'loading',
  page: 1,
  pages: 0,
  scale: 1,
  found: null,
  bookmarks: [],
};

/**
 * Keys that work while the frame has the focus: the ways about the window. None of them changes a score, undoes or
 * signs, because a broken frame could send them unasked.
 */
export const forwardedKeys = [
  'Ctrl+Enter',
  'Ctrl+Shift+Enter',
  'Ctrl+ArrowDown',
  'Ctrl+ArrowUp',
  'Ctrl+M',
  'Ctrl+F',
  'Ctrl+L',
  'Ctrl+B',
  'Ctrl+1',
  'Ctrl+2',
  'Ctrl+3',
  '/',
  '?',
  'F1',
] as const;
export type ForwardedKey = (typeof forwardedKeys)[number];

const [mostPages, mostPlaces, mostBookmarks, longestTitle] = [100_000, 10_000_000, 500, 500];

/** Reads what a frame sent; null for whatever is not exactly of the shape above. */
export function parseViewerReport(message: unknown): ViewerReport | null {
  if (!isRecord(message)) return null;
  if (message['is'] === 'dragging' || message['is'] === 'reading') return { is: message['is'] };
  if (message['is'] === 'key') {
    const key = forwardedKeys.find((known) => known === message['key']);
    return key === undefined ? null : { is: 'key', key };
  }
  const state = message['is'] === 'state' ? parseState(message['state']) : null;
  return state === null ? null : { is: 'state', state };
}

function parseState(value: unknown): ViewerState | null {
  if (!isRecord(value)) return null;
  const { state, page, pages, scale } = value;
  if (state !== 'loading' && state !== 'ready' && state !== 'unreadable') return null;
  if (!isCount(page, mostPages) || !isCount(pages, mostPages)) return null;
  if (typeof scale !== 'number' || !(scale > 0 && scale <= 100)) return null;
  const found = parseFound(value['found']);
  const bookmarks = parseBookmarks(value['bookmarks']);
  return found === undefined || bookmarks === null ? null : { state, page, pages, scale, found, bookmarks };
}

function parseFound(value: unknown): ViewerState['found'] | undefined {
  if (value === null) return null;
  if (!isRecord(value)) return undefined;
  const { current, total } = value;
  return isCount(current, mostPlaces) && isCount(total, mostPlaces) ? { current, total } : undefined;
}

function parseBookmarks(value: unknown): readonly Bookmark[] | null {
  if (!Array.isArray(value) || value.length > mostBookmarks) return null;
  const bookmarks = value.map(parseBookmark).filter((bookmark) => bookmark !== null);
  return bookmarks.length === value.length ? bookmarks : null;
}

function parseBookmark(value: unknown): Bookmark | null {
  if (!isRecord(value)) return null;
  const { title, depth, page } = value;
  if (typeof title !== 'string' || title.length > longestTitle || !isCount(depth, 100)) return null;
  return page === null || isCount(page, mostPages) ? { title, depth, page } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
