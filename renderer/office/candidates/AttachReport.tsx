import { useTranslation } from 'react-i18next';
import type { DossierOutcome } from '#shared/ipc/office-views.ts';
import { useSentence } from '../../text/language.ts';
import { Mark } from '../../ui/mark/Mark.tsx';

/** What was attached, what belongs to nobody, and what cannot be used with the reason. */
export function AttachReport({ outcome }: { readonly outcome: DossierOutcome }) {
  const { t } = useTranslation('office');
  const sentence = useSentence();
  const { attached, candidates, unmatched, missing, refused } = outcome;
  return (
    <div aria-live="polite">
      <p className="candidate-report">
        <Mark tone={attached > 0 ? 'done' : 'plain'}>
          {attached > 0 ? t('candidates.attached', { count: attached, candidates }) : t('candidates.attachedNone')}
        </Mark>
      </p>
      {unmatched.length > 0 && (
        <section className="candidate-report">
          <h2>{t('candidates.unmatched', { count: unmatched.length })}</h2>
          <p className="office-faint">{t('candidates.unmatchedHint')}</p>
          <ul>
            {unmatched.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <section className="candidate-report">
          <h2>{t('candidates.missing', { count: missing.length })}</h2>
          <p className="office-faint">{t('candidates.missingHint')}</p>
          <ul>
            {missing.map(({ code, name }) => (
              <li key={`${code} ${name}`}>
                <strong>{code}</strong> {name}
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section className="candidate-report">
          <h2>{t('candidates.refused', { count: refused.length })}</h2>
          <ul>
            {refused.map(({ name, code }) => (
              <li key={name}>
                <strong>{name}</strong> {sentence({ code })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
