import { useEffect, type ReactNode } from 'react';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { followLocks, loadHome, useHome } from './home-store.ts';
import { LockButtons } from './LockButtons.tsx';
import { SetUpDoor } from './SetUpDoor.tsx';
import { UnlockDoor } from './UnlockDoor.tsx';

type HomeGateProps = {
  /** A task package is about to be opened: from then on there is something to protect. */
  readonly opening: boolean;
  /** What shows while there is no work on this machine. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
};

/** Lets the expert's pages through while the work is open; a lock takes them, with all that they show, off the screen. */
export function HomeGate({ opening, empty, children }: HomeGateProps) {
  const home = useHome((state) => state.home);
  const failure = useHome((state) => state.failure);
  useEffect(followLocks, []);
  useEffect(() => void loadHome(), []);
  if (failure !== null) return <ErrorPanel failure={failure} onRetry={() => void loadHome()} />;
  switch (home?.state) {
    case undefined:
      return <Loading />;
    case 'new':
      return opening ? <SetUpDoor upgrade={false} /> : empty;
    case 'open-work':
      return <SetUpDoor upgrade />;
    case 'locked':
      return <UnlockDoor />;
    case 'open':
      return (
        <>
          <LockButtons />
          {children}
        </>
      );
  }
}
