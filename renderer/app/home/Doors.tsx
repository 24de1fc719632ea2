import BankOutlined from '@ant-design/icons/es/icons/BankOutlined';
import FormOutlined from '@ant-design/icons/es/icons/FormOutlined';
import PlayCircleOutlined from '@ant-design/icons/es/icons/PlayCircleOutlined';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoKind } from '#shared/ipc/app-calls.ts';
import { goExpert, goOffice } from '../app-store.ts';
import { chooseTask } from '../choose-task.ts';

type DoorProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  readonly window?: boolean;
  readonly children: ReactNode;
};

function Door({ icon, title, hint, window = false, children }: DoorProps) {
  return (
    <section className={window ? 'home-door home-door-window' : 'home-door'}>
      <span className="home-door-icon">{icon}</span>
      <h2>{title}</h2>
      <p>{hint}</p>
      <div className="home-door-verbs">{children}</div>
    </section>
  );
}

/** 我是评审专家. */
export function ExpertDoor() {
  const { t } = useTranslation(['app', 'common']);
  return (
    <Door icon={<FormOutlined />} title={t('home.expert')} hint={t('home.expertHint')}>
      <button type="button" className="button main" onClick={() => void chooseTask()}>
        {t('home.openTask')}
      </button>
      <button type="button" className="button" onClick={() => goExpert({ what: 'tasks' })}>
        {t('home.tasks')}
      </button>
    </Door>
  );
}

/** 我在评审办; a workspace that is open already is gone back to at once. */
export function OfficeDoor({ openName }: { readonly openName: string | null }) {
  const { t } = useTranslation(['app', 'common']);
  return (
    <Door icon={<BankOutlined />} title={t('home.office')} hint={t('home.officeHint')}>
      {openName !== null && (
        <button type="button" className="button main" onClick={() => goOffice({ what: 'current' })}>
          {t('home.backToWorkspace', { name: openName })}
        </button>
      )}
      <button
        type="button"
        className={openName === null ? 'button main' : 'button'}
        onClick={() => goOffice({ what: 'open' })}
      >
        {t('home.openWorkspace')}
      </button>
      <button type="button" className="button" onClick={() => goOffice({ what: 'new' })}>
        {t('home.newWorkspace')}
      </button>
    </Door>
  );
}

/** The kinds of which a demo round can be made. */
export const demoKinds: readonly DemoKind[] = ['building', 'product', 'talent', 'college', 'base'];

/** 先看演示. */
export function DemoWindow() {
  const { t } = useTranslation(['app', 'common']);
  const [kind, setKind] = useState<DemoKind>('building');
  return (
    <Door icon={<PlayCircleOutlined />} title={t('home.demo')} hint={t('home.demoHint')} window>
      <label className="demo-kind">
        <span className="only-read">{t('home.demoKind')}</span>
        <select
          value={kind}
          onChange={({ target }) => setKind(demoKinds.find((other) => other === target.value) ?? 'building')}
        >
          {demoKinds.map((other) => (
            <option key={other} value={other}>
              {t(`common:kind.${other}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={() => goOffice({ what: 'demo', kind })}>
        {t('home.openDemo')}
      </button>
    </Door>
  );
}
