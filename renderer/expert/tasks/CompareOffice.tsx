import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/base/result.ts';
import { Fingerprint } from '../../ui/fingerprint/Fingerprint.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import './code-entry.css';

type CompareOfficeProps = {
  readonly file: string;
  /** `SHA256:` and 12 groups of 5 digits. */
  readonly fingerprint: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** A task sealed to the expert's own key, from an office that this machine does not know yet: whose is it? */
export function CompareOffice({ file, fingerprint, busy, failure, onConfirm, onCancel }: CompareOfficeProps) {
  const { t } = useTranslation(['expert', 'common']);
  const [compared, setCompared] = useState(false);
  return (
    <section className="code-entry" aria-label={t('card.officeTitle')}>
      <h1>{t('card.officeTitle')}</h1>
      <p className="code-file">{file}</p>
      <p>{t('card.officeHint')}</p>
      <Fingerprint text={fingerprint} />
      <Checkbox checked={compared} onChange={({ target }) => setCompared(target.checked)}>
        {t('card.officeCompared')}
      </Checkbox>
      {failure !== null && <ErrorPanel failure={failure} />}
      <div className="code-verbs">
        <Button onClick={onCancel} disabled={busy}>
          {t('common:cancel')}
        </Button>
        <Button type="primary" size="large" disabled={!compared} loading={busy} onClick={onConfirm}>
          {t('card.officeOpen')}
        </Button>
      </div>
    </section>
  );
}
