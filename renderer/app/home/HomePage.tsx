import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { loadApp, useApp } from '../app-store.ts';
import { DemoWindow, ExpertDoor, OfficeDoor } from './Doors.tsx';
import { RecentWorkspaces } from './RecentWorkspaces.tsx';
import { WaitingTasks } from './WaitingTasks.tsx';
import './home.css';

/** The first screen: two doors and a window, and below them what was opened before with what needs doing. */
export function HomePage() {
  const { t } = useTranslation(['app', 'common']);
  const app = useApp((state) => state.app);
  const failure = useApp((state) => state.failure);
  useEffect(() => {
    void loadApp();
  }, []);
  return (
    <div className="home">
      <h1 className="only-read">{t('home.title')}</h1>
      {failure !== null && <ErrorPanel failure={failure} onRetry={() => void loadApp()} />}
      <div className="home-doors">
        <ExpertDoor />
        <OfficeDoor openName={app?.workspace ?? null} />
        <DemoWindow />
      </div>
      <div className="home-lists">
        <WaitingTasks />
        <RecentWorkspaces recent={app?.recent ?? []} />
      </div>
      {app !== null && <p className="home-version">{t('home.version', { version: app.version })}</p>}
    </div>
  );
}
