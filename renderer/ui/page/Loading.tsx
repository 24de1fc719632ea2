import { useTranslation } from 'react-i18next';
import './page.css';

/** A place that is still being read. The style sheet shows it only after 200 ms, so that quick answers do not flicker. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <output className="loading">
      <span className="loading-ring" aria-hidden="true" />
      {t('loading')}
    </output>
  );
}
