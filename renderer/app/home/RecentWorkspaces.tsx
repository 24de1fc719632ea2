import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { useTranslation } from 'react-i18next';
import type { RecentEntry } from '#shared/ipc/app-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { formatMinute } from '../../text/format.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import type { OfficeStart } from '../../office/OfficeSide.tsx';
import { goOffice, loadApp } from '../app-store.ts';
import { demoKinds } from './Doors.tsx';

async function forget(id: string): Promise<void> {
  const result = await bridge.forgetRecent({ id });
  if (!result.ok) noticeFailure(result.error);
  await loadApp();
}

/** A demo is opened by its kind, which is its entry's id: nobody is asked for a passphrase that is no secret. */
function startOf({ id, name }: RecentEntry): OfficeStart {
  const kind = demoKinds.find((demo) => demo === id);
  return kind === undefined ? { what: 'recent', recentId: id, name } : { what: 'demo', kind };
}

function RecentLine({ entry }: { readonly entry: RecentEntry }) {
  const { t } = useTranslation(['app', 'common']);
  return (
    <li className="home-line">
      <button type="button" className="home-open" onClick={() => goOffice(startOf(entry))}>
        <span className="home-name">
          {entry.name}
          {entry.what === 'demo' && <span className="mark-demo">{t('common:demo')}</span>}
        </span>
        <span className="home-facts">
          {entry.place} · {t('home.openedAt', { time: formatMinute(entry.openedAt) })}
        </span>
      </button>
      <button type="button" className="button quiet icon-only" onClick={() => void forget(entry.id)}>
        <CloseOutlined />
        <span className="only-read">{t('home.forget', { name: entry.name })}</span>
      </button>
    </li>
  );
}

/** 最近打开的工作区. */
export function RecentWorkspaces({ recent }: { readonly recent: readonly RecentEntry[] }) {
  const { t } = useTranslation(['app', 'common']);
  if (recent.length === 0) return null;
  return (
    <section>
      <h2>{t('home.recent')}</h2>
      <ul>
        {recent.map((entry) => (
          <RecentLine key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
