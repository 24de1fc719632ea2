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
  const weighted = sheets.some((sheet) => sheet.weighted !== null);
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
            {weighted && (
              <th scope="col" className="number" title={t('ranking.weightedHint')}>
                {t('ranking.weighted')}
              </th>
            )}
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
              weighted={weighted}
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
  readonly weighted: boolean;
  readonly normalised: boolean;
  readonly decimals: number;
};

function SheetLine({ sheet, name, weighted, normalised, decimals }: SheetLineProps) {
  const { t } = useTranslation('office');
  const { total, mark } = sheet;
  const trimmed = mark === 'trimmed-high' || mark === 'trimmed-low';
  const points = total === null ? '—' : formatScore(total, decimals);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{trimmed ? <s>{points}</s> : points}</td>
      {weighted && <td className="number">{sheet.weighted?.text ?? '—'}</td>}
      {normalised && <Adjusted sheet={sheet} />}
      <td>
        <Mark tone={tones[mark]}>{t(`ranking.marks.${mark}`)}</Mark>
        {sheet.equalsKept && <span className="office-faint ranking-aside">{t('ranking.equalsKept')}</span>}
      </td>
    </tr>
  );
}

/** The total after normalisation, and what that did to it. */
function Adjusted({ sheet: { adjusted, effect } }: Pick<SheetLineProps, 'sheet'>) {
  const { t } = useTranslation('office');
  if (adjusted === null) return <td className="number">—</td>;
  if (effect === null) return <td className="number">{adjusted.text}</td>;
  const change = effect.text.startsWith('-') ? `−${effect.text.slice(1)}` : `+${effect.text}`;
  return (
    <td className="number" title={t('ranking.effect', { effect: change })}>
      {adjusted.text} <span className="office-faint">{change}</span>
    </td>
  );
}
