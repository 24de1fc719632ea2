import { useEffect, useMemo, useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { matchesSearch } from '../match-search.ts';

type SearchTexts = Readonly<Record<string, string>>;

/**
 * Which candidates a query finds by code, name, unit, pinyin or initials. The texts are fetched at the first letter.
 * @returns a test of candidate ids, or null while nothing is being looked for
 */
export function useFound(roundId: string, query: string): ((candidateId: string) => boolean) | null {
  const [texts, setTexts] = useState<SearchTexts | null>(null);
  const asked = query.trim() !== '';
  useEffect(() => {
    if (!asked || texts !== null) return undefined;
    let wanted = true;
    const load = async (): Promise<void> => {
      const result = await bridge.listSearchTexts({ roundId });
      if (!wanted) return;
      if (result.ok) setTexts(result.value);
      else noticeFailure(result.error);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [asked, texts, roundId]);
  return useMemo(
    () => (!asked || texts === null ? null : (id: string) => matchesSearch(texts[id] ?? '', query)),
    [asked, texts, query],
  );
}
