import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/base/result.ts';
import type { MemberView, OfficeView } from '#shared/ipc/member-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import { KeysPart } from './KeysPart.tsx';
import { MemberTable } from './MemberTable.tsx';
import { AddMember, ChangePassphrase, RenewMember } from './MemberDrawers.tsx';
import './members.css';

type MembersPageProps = {
  /** Wraps what only an admin may use. */
  readonly renderAdminVerbs: (verbs: ReactNode) => ReactNode;
  /** Wraps what changes the commission's keys. */
  readonly renderKeyVerbs: (verbs: ReactNode) => ReactNode;
  readonly onKeysChanged: () => void;
};

const load = (): Promise<Result<OfficeView>> => bridge.getOffice({});

/** 成员与密钥: who belongs to the office, and the keys that it signs and opens with. */
export function MembersPage({ renderAdminVerbs, renderKeyVerbs, onKeysChanged }: MembersPageProps) {
  const { t } = useTranslation('office');
  const [office, again] = useLoaded(load);
  const [open, setOpen] = useState<'add' | 'passphrase' | MemberView | null>(null);
  const close = (): void => setOpen(null);
  const changed = (): void => {
    close();
    again();
  };
  return (
    <div className="office-page">
      <PageHeader title={t('members.title')} hint={t('members.hint')}>
        <Button onClick={() => setOpen('passphrase')}>{t('members.changePassphrase')}</Button>
        {renderAdminVerbs(
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('add')}>
            {t('members.add')}
          </Button>,
        )}
      </PageHeader>
      <div className="office-scroll" ref={focusWhenScrolling}>
        {office.state === 'loading' && <Loading />}
        {office.state === 'failed' && <ErrorPanel failure={office.failure} onRetry={again} />}
        {office.state === 'ready' && (
          <>
            <MemberTable office={office.value} renderVerbs={renderAdminVerbs} onRenew={setOpen} onChanged={again} />
            <KeysPart
              office={office.value}
              renderVerbs={renderKeyVerbs}
              onChanged={() => {
                again();
                onKeysChanged();
              }}
            />
          </>
        )}
      </div>
      <AddMember open={open === 'add'} onDone={changed} onClose={close} />
      <ChangePassphrase open={open === 'passphrase'} onDone={close} onClose={close} />
      <RenewMember member={typeof open === 'object' ? open : null} onDone={changed} onClose={close} />
    </div>
  );
}
