import { useTranslation } from 'react-i18next';
import type { IntakeEntry } from '#shared/ipc/office-views.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { countVerdicts } from './intake-store.ts';
import { verdictTones } from './verdict-tones.ts';

/** What the latest import brought, in one line. */
export function IntakeSummary({ entries }: { readonly entries: readonly IntakeEntry[] }) {
  const { t } = useTranslation('office');
  const counts = countVerdicts(entries);
  return (
    <output className="intake-summary">
      <strong>{entries.length === 0 ? t('intake.summaryNone') : t('intake.summary', { count: entries.length })}</strong>
      {(['accepted', 'superseded', 'duplicate', 'refused'] as const)
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => (
          <Mark key={verdict} tone={verdictTones[verdict]}>
            {t(`intake.counts.${verdict}`, { count: counts[verdict] })}
          </Mark>
        ))}
    </output>
  );
}
