import { useTranslation } from 'react-i18next';
import type { BoardRow } from '#shared/ranking/board.ts';
import type { RankingStatus } from '#shared/ranking/ranking.ts';
import { Mark, type MarkTone } from '../../ui/mark/Mark.tsx';

type WordStatus = Exclude<RankingStatus, `band:${string}`>;

const tones: Readonly<Record<WordStatus, MarkTone>> = {
  selected: 'done',
  reserve: 'replaced',
  below: 'plain',
  undecided: 'waiting',
  'no-score': 'recused',
  vetoed: 'refused',
  ranked: 'plain',
};

/** Where a candidate stands, as icon and word; a band by its name. */
export function StatusMark({ row }: { readonly row: Pick<BoardRow, 'status' | 'veto'> }) {
  const { t } = useTranslation('office');
  const { status, veto } = row;
  if (isBand(status)) {
    const name = status.slice('band:'.length);
    return veto === null ? name : <Mark tone="refused">{name}</Mark>;
  }
  return <Mark tone={tones[status]}>{t(`ranking.statuses.${status}`)}</Mark>;
}

function isBand(status: RankingStatus): status is `band:${string}` {
  return status.startsWith('band:');
}
