import { useEffect, useMemo, useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { makeSearch } from '../match-search.ts';

type SearchTexts = { readonly ids: readonly string[]; readonly texts: readonly string[] };

/** What a query finds; `null` while nothing is being looked for. */
export type Found = {
  readonly ids: ReadonlySet<string> | null;
  /** Whether texts are on their way, so that the query has found nothing yet. */
  readonly loading: boolean;
  /** Fetches the texts before the first letter. */
  readonly prepare: () => void;
};

/** Which candidates a query finds by code, name, unit, pinyin or initials. The texts are fetched when somebody is about to look. */
export function useFound(roundId: string, query: string): Found {
  const [texts, setTexts] = useState<SearchTexts | null>(null);
  const [prepared, setPrepared] = useState(false);
  const asked = query.trim() !== '';
  const wanted = asked || prepared;
  useEffect(() => {
    if (!wanted || texts !== null) return undefined;
    let current = true;
    const load = async (): Promise<void> => {
      const result = await bridge.listSearchTexts({ roundId });
      if (!current) return;
      if (result.ok) setTexts({ ids: result.value.ids.split('\n'), texts: result.value.texts.split('\n') });
      else noticeFailure(result.error);
    };
    void load();
    return () => {
      current = false;
    };
  }, [wanted, texts, roundId]);
  const ids = useMemo(() => (!asked || texts === null ? null : find(texts, query)), [asked, texts, query]);
  return { ids, loading: asked && texts === null, prepare: () => setPrepared(true) };
}

function find({ ids, texts }: SearchTexts, query: string): ReadonlySet<string> {
  const finds = makeSearch(query);
  return new Set(ids.filter((_, at) => finds(texts[at] ?? '')));
}
