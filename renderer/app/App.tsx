import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../bridge/bridge.ts';
import { KeysDialog } from '../ui/dialog/KeysDialog.tsx';
import { useShortcuts } from '../ui/keyboard/shortcuts.ts';
import { NoticeList } from '../ui/notice/NoticeList.tsx';
import { Loading } from '../ui/page/Loading.tsx';
import { onSystemAppearance, showAppearance } from '../ui/theme/appearance.ts';
import { clearIncoming, goHome, preferencesNow, savePreferences, useApp } from './app-store.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { DropTarget } from './DropTarget.tsx';
import { HomePage } from './home/HomePage.tsx';
import { obeyMenu } from './obey-menu.ts';
import { SecrecyNotice } from './SecrecyNotice.tsx';
import { TopBar } from './top-bar/TopBar.tsx';
import './app.css';

const ExpertSide = lazy(async () => ({ default: (await import('../expert/ExpertSide.tsx')).ExpertSide }));
const OfficeSide = lazy(async () => ({ default: (await import('../office/OfficeSide.tsx')).OfficeSide }));

function PlaceView() {
  const place = useApp((state) => state.place);
  const incoming = useApp((state) => state.incoming);
  if (place.at === 'home') return <HomePage />;
  if (place.at === 'expert') return <ExpertSide key={place.turn} start={place.start} />;
  return (
    <OfficeSide
      key={place.turn}
      start={place.start}
      incoming={incoming}
      onIncomingTaken={clearIncoming}
      onLeave={goHome}
    />
  );
}

/** The whole window: top bar, the page for the present place, and what may lie over it. */
export function App() {
  const { t } = useTranslation(['app', 'common']);
  const [keysShown, setKeysShown] = useState(false);
  const noticeRead = useApp((state) => state.app?.preferences.noticeRead ?? true);
  useShortcuts(t('keys.everywhere'), [
    { keys: '?', label: t('keys.show'), run: () => setKeysShown(true) },
    { keys: 'F1', label: t('keys.show'), run: () => setKeysShown(true), inFields: true },
  ]);
  useEffect(() => {
    document.title = t('common:product');
  }, [t]);
  useEffect(() => onSystemAppearance(() => showAppearance(preferencesNow())), []);
  useEffect(() => onEvent('menu', ({ command }) => obeyMenu(command, () => setKeysShown(true))), []);
  return (
    <DropTarget>
      <TopBar onHelp={() => setKeysShown(true)} />
      <main className="place">
        <CrashBoundary>
          <Suspense fallback={<Loading />}>
            <PlaceView />
          </Suspense>
        </CrashBoundary>
      </main>
      <NoticeList />
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
      {!noticeRead && <SecrecyNotice onAgree={() => void savePreferences({ noticeRead: true })} />}
    </DropTarget>
  );
}
