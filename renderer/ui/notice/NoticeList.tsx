import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined';
import InfoCircleOutlined from '@ant-design/icons/es/icons/InfoCircleOutlined';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureText } from './FailureText.tsx';
import { closeNotice, useNotices, type Notice } from './notices.ts';
import './notice.css';

const shownFor = 5000;

function NoticeIcon({ tone }: Pick<Notice, 'tone'>) {
  if (tone === 'done') return <CheckCircleOutlined />;
  return tone === 'hint' ? <InfoCircleOutlined /> : <ExclamationCircleOutlined />;
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  useEffect(() => {
    if (notice.tone !== 'done') return undefined;
    const timer = setTimeout(() => closeNotice(notice.id), shownFor);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <li className={`notice ${notice.tone}`}>
      <NoticeIcon tone={notice.tone} />
      {notice.tone === 'failed' ? <FailureText failure={notice.failure} /> : <span>{notice.text}</span>}
      <button type="button" className="button quiet icon-only" onClick={() => closeNotice(notice.id)}>
        <CloseOutlined />
        <span className="only-read">{t('close')}</span>
      </button>
    </li>
  );
}

/** The messages over the page; read out by screen readers as they come. */
export function NoticeList() {
  const { t } = useTranslation();
  const list = useNotices((notices) => notices.list);
  return (
    <section aria-live="polite" aria-label={t('notices')}>
      <ul className="notice-list">
        {list.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}
