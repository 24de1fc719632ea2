import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../text/format.ts';
import { useDeskState } from '../desk-context.ts';

/** How long saving may take before it is spoken of. */
const patience = 200;

/** Whether something has been on its way to the disk for longer than a blink. */
function useSlow(saving: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!saving) return undefined;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [saving]);
  return slow;
}

/** 已保存 10:32:05: when the last change reached the disk. */
export function SavedMark() {
  const { t } = useTranslation('common');
  const saving = useDeskState((state) => state.unsaved > 0);
  const savedAt = useDeskState((state) => state.savedAt);
  const slow = useSlow(saving);
  if (slow) return <output>{t('saving')}</output>;
  return <output>{savedAt === null ? '' : t('saved', { time: formatClock(savedAt) })}</output>;
}
