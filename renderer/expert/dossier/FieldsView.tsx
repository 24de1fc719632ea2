import { useTranslation } from 'react-i18next';
import type { Candidate } from '#shared/candidates/candidate.ts';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';

/** 申报信息: what the candidate declared, in the order of the sheet. */
export function FieldsView({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useTranslation(['expert', 'common']);
  return (
    <dl className="declared" data-dossier-scroll ref={focusWhenScrolling}>
      <dt>{t('common:code')}</dt>
      <dd>{candidate.code}</dd>
      <dt>{t('common:name')}</dt>
      <dd>{candidate.name}</dd>
      {candidate.unit !== '' && (
        <>
          <dt>{t('common:unit')}</dt>
          <dd>{candidate.unit}</dd>
        </>
      )}
      {candidate.fields.map(({ label, value }, index) => (
        // Labels of extra columns may repeat; the order of the sheet never changes.
        <div key={`${index} ${label}`}>
          <dt>{label}</dt>
          <dd>{value === '' ? <span className="declared-empty">{t('dossier.notDeclared')}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
