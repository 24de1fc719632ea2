import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/base/result.ts';
import { FailureText } from '../notice/FailureText.tsx';
import './page.css';

type ErrorPanelProps = {
  readonly failure: Failure;
  /** Tries again; without it there is no button. */
  readonly onRetry?: () => void;
};

/** A refusal in the place of what was asked for: the sentence, the code, and a way on. */
export function ErrorPanel({ failure, onRetry }: ErrorPanelProps) {
  const { t } = useTranslation();
  return (
    <div className="error-panel" role="alert">
      <ExclamationCircleOutlined />
      <FailureText failure={failure} />
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
