import { useTranslation } from 'react-i18next';
import type { RankingView } from '#shared/ipc/office-views.ts';
import type { SheetExplanation } from '#shared/ranking/explanation.ts';
import type { ContributionMark } from '#shared/ranking/ranking.ts';
import { formatScore } from '../../text/format.ts';
import { Mark, type MarkTone } from '../../ui/mark/Mark.tsx';
import { evenDecimals } from '../even-decimals.ts';
import { sortSheets } from './explanation.ts';

type SheetTableProps = { readonly sheets: readonly SheetExplanation[]; readonly experts: RankingView['experts'] };

/** Every sheet with its total and what became of it; the highest first. */
export function SheetTable({ sheets, experts }: SheetTableProps) {
  const { t } = useTranslation('office');
  const names = new Map(experts.map(({ id, name }) => [id, name]));
  const decimals = evenDecimals(sheets.flatMap(({ total }) => total ?? []));
  const normalised = sheets.some(({ adjusted }) => adjusted !== null);
  return (
    <section className="ranking-part">
      <h2>{t('ranking.sheetTable')}</h2>
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t('ranking.expert')}</th>
            <th scope="col" className="number">
              {t('ranking.total')}
            </th>
            {normalised && (
              <th scope="col" className="number">
                {t('ranking.adjusted')}
              </th>
            )}
            <th scope="col">{t('ranking.mark')}</th>
          </tr>
        </thead>
        <tbody>
          {sortSheets(sheets).map((sheet) => (
            <SheetLine
              key={sheet.sheetId}
              sheet={sheet}
              name={names.get(sheet.expertId) ?? sheet.expertId}
              normalised={normalised}
              decimals={decimals}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const tones: Readonly<Record<ContributionMark, MarkTone>> = {
  used: 'done',
  'trimmed-high': 'replaced',
  'trimmed-low': 'replaced',
  void: 'refused',
  recused: 'recused',
  abstained: 'recused',
};

type SheetLineProps = {
  readonly sheet: SheetExplanation;
  readonly name: string;
  readonly normalised: boolean;
  readonly decimals: number;
};

function SheetLine({ sheet: { total, adjusted, mark }, name, normalised, decimals }: SheetLineProps) {
  const { t } = useTranslation('office');
  const trimmed = mark === 'trimmed-high' || mark === 'trimmed-low';
  const points = total === null ? '—' : formatScore(total, decimals);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{trimmed ? <s>{points}</s> : points}</td>
      {normalised && <td className="number">{adjusted?.text ?? '—'}</td>}
      <td>
        <Mark tone={tones[mark]}>{t(`ranking.marks.${mark}`)}</Mark>
      </td>
    </tr>
  );
}
