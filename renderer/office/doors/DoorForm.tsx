import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/base/result.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import './door.css';

type DoorFormProps = {
  readonly title: string;
  readonly hint: string;
  /** The verb of the filled button. */
  readonly verb: string;
  /** What is going on; while it is set the form cannot be sent again. */
  readonly busyText: string | null;
  readonly failure: Failure | null;
  readonly onSubmit: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** One form in the middle of the window: Enter sends it. */
export function DoorForm({ title, hint, verb, busyText, failure, onSubmit, onCancel, children }: DoorFormProps) {
  const { t } = useTranslation();
  return (
    <div className="door">
      <form
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        <h1>{title}</h1>
        <p className="door-hint">{hint}</p>
        {children}
        {failure !== null && <ErrorPanel failure={failure} />}
        <div className="door-verbs">
          <Button type="primary" size="large" htmlType="submit" loading={busyText !== null}>
            {busyText ?? verb}
          </Button>
          <Button size="large" onClick={onCancel} disabled={busyText !== null}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
}
