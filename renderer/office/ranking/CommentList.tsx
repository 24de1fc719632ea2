import { useTranslation } from 'react-i18next';
import type { CandidateSheetsView } from '#shared/ipc/office-views.ts';
import { Mark } from '../../ui/mark/Mark.tsx';

type Sheets = CandidateSheetsView['sheets'];

/** What experts wrote, and why somebody stayed out; the package that a sheet came in stands small below. */
export function CommentList({ sheets }: { readonly sheets: Sheets }) {
  const { t } = useTranslation('office');
  const written = sheets.filter(({ sheet }) => sheet.comment !== '' || sheet.reason !== null || sheet.fraud);
  return (
    <section className="ranking-part">
      <h2>{t('ranking.comments')}</h2>
      {written.length === 0 && <p className="office-faint">{t('ranking.noComments')}</p>}
      <ul>
        {written.map((entry) => (
          <CommentEntry key={entry.expertId} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function CommentEntry({ entry: { expertName, sheet, statement } }: { readonly entry: Sheets[number] }) {
  const { t } = useTranslation(['office', 'common']);
  return (
    <li className="ranking-comment">
      <p>
        <strong>{expertName}</strong> {sheet.fraud && <Mark tone="refused">{t('ranking.fraudMark')}</Mark>}
      </p>
      {sheet.comment !== '' && <p className="ranking-words">{sheet.comment}</p>}
      {sheet.reason !== null && (
        <p className="ranking-words">
          {t('ranking.reasonOf', { state: t(`common:state.${sheet.state}`), reason: sheet.reason })}
        </p>
      )}
      <code className="office-code">{t('ranking.statement', { hash: statement.slice(0, 16) })}</code>
    </li>
  );
}
