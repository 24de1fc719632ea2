import type { Language } from '#shared/base/sentence.ts';
import type { LogEntry } from '#shared/ipc/trace-views.ts';
import { describeActor, describeEvent } from '#shared/trace/describe-event.ts';
import { kindOf, type EventKind } from '#shared/trace/event-kinds.ts';
import { formatDay } from '../../text/format.ts';
import { matchesSearch } from '../match-search.ts';

/** An entry with its words in the language on the screen. */
export type LogLine = LogEntry & {
  readonly kind: EventKind;
  readonly who: string;
  readonly what: string;
  /** Everything that it can be found by. */
  readonly search: string;
};

/** What is shown of the log. `roundId` '': of no round. Days as 2026-11-22, both ends inside. */
export type LogFilter = {
  readonly search: string;
  readonly kind: EventKind | null;
  readonly who: string | null;
  readonly roundId: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

export const noFilter: LogFilter = { search: '', kind: null, who: null, roundId: null, from: null, to: null };

export function makeLines(entries: readonly LogEntry[], language: Language): readonly LogLine[] {
  return entries.map((entry) => {
    const who = describeActor(entry.actor, language);
    const what = describeEvent(entry.event, entry.detail, language);
    const facts = [entry.index, who, what, entry.roundTitle ?? '', entry.event, entry.hash];
    const search = [...facts, ...Object.values(entry.detail)].join(' ');
    return { ...entry, kind: kindOf(entry.event), who, what, search };
  });
}

export function filterLines(lines: readonly LogLine[], filter: LogFilter): readonly LogLine[] {
  const { search, kind, who, roundId, from, to } = filter;
  return lines.filter((line) => {
    const day = formatDay(line.at);
    return (
      (kind === null || line.kind === kind) &&
      (who === null || line.who === who) &&
      (roundId === null || (line.roundId ?? '') === roundId) &&
      (from === null || day >= from) &&
      (to === null || day <= to) &&
      (search === '' || matchesSearch(line.search, search))
    );
  });
}

/** Everybody who stands in the log, in the order of their first act. */
export function listPeople(lines: readonly LogLine[]): readonly string[] {
  return [...new Set(lines.map(({ who }) => who).toReversed())];
}

/** The rounds that stand in the log, by id, the newest first; removed ones are called by the beginning of their id. */
export function listLogRounds(lines: readonly LogLine[]): readonly { readonly id: string; readonly title: string }[] {
  const rounds = new Map<string, string>();
  for (const { roundId, roundTitle } of lines) {
    if (roundId !== null && !rounds.has(roundId)) rounds.set(roundId, roundTitle ?? roundId.slice(0, 8));
  }
  return [...rounds].map(([id, title]) => ({ id, title }));
}
