import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatMinute } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';
import { InTopBar } from '../../ui/top-bar/InTopBar.tsx';
import { useOffice } from '../office-store.ts';

/** Workspace, round and deadline in the top bar. */
export function RoundFacts() {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const { workspace, round } = useOffice();
  const deadline = round?.round.deadline ?? null;
  return (
    <InTopBar place="start">
      <span className="round-facts">
        <span>{workspace?.name}</span>
        {round !== null && <strong>{round.round.title}</strong>}
        {deadline !== null && (
          <span className="office-faint">
            {t('shell.deadlineFact', {
              time: formatMinute(deadline),
              left: formatDeadline(deadline, now, language),
            })}
          </span>
        )}
      </span>
    </InTopBar>
  );
}
