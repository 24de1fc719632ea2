import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { OfficeView } from '#shared/ipc/member-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { formatMinute } from '../../text/format.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { noticeDone, noticeHint } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';

type KeysPartProps = {
  readonly office: OfficeView;
  readonly renderVerbs: (verbs: ReactNode) => ReactNode;
  readonly onChanged: () => void;
};

/** The commission's keys, the recovery key on paper, and the roster that they stand in. */
export function KeysPart({ office, renderVerbs, onChanged }: KeysPartProps) {
  const { t } = useTranslation('office');
  const [current, ...former] = office.keys;
  const { seq, statement, signedAt } = office.roster;
  return (
    <>
      <section className="members-part">
        <h2>{t('members.keys')}</h2>
        <p>{t('members.keysHint')}</p>
        {current !== undefined && <KeyLine fingerprint={current.fingerprint} since={current.since} />}
        {former.length > 0 && (
          <details>
            <summary>{t('members.former', { count: former.length })}</summary>
            {former.map((key) => (
              <KeyLine key={key.fingerprint} fingerprint={key.fingerprint} since={key.since} />
            ))}
          </details>
        )}
        {renderVerbs(<RotateVerb onChanged={onChanged} />)}
      </section>
      <RecoveryPart since={office.recoverySince} renderVerbs={renderVerbs} onChanged={onChanged} />
      <section className="members-part">
        <h2>{t('members.roster')}</h2>
        <p>{t('members.rosterHint', { seq, time: formatMinute(signedAt) })}</p>
        <p className="office-code">{statement}</p>
      </section>
    </>
  );
}

function KeyLine({ fingerprint, since }: { readonly fingerprint: string; readonly since: string }) {
  const { t } = useTranslation('office');
  return (
    <p className="members-key">
      <span className="office-code">{fingerprint}</span>
      <span className="office-faint">{t('members.keySince', { time: formatMinute(since) })}</span>
    </p>
  );
}

function RotateVerb({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useTranslation(['office', 'common']);
  const rotate = useAction(bridge.rotateKeys);

  async function submit(): Promise<void> {
    if ((await rotate.run({})) === null) return;
    noticeDone(t('members.rotated'));
    onChanged();
  }

  return (
    <>
      {rotate.failure !== null && <ErrorPanel failure={rotate.failure} />}
      <Popconfirm
        placement="topLeft"
        title={t('members.rotateTitle')}
        description={<div className="members-confirm">{t('members.rotateHint')}</div>}
        okText={t('members.rotate')}
        cancelText={t('common:cancel')}
        onConfirm={() => void submit()}
      >
        <Button loading={rotate.busy}>{t('members.rotate')}</Button>
      </Popconfirm>
    </>
  );
}

type RecoveryPartProps = Omit<KeysPartProps, 'office'> & { readonly since: string | null };

function RecoveryPart({ since, renderVerbs, onChanged }: RecoveryPartProps) {
  const { t } = useTranslation('office');
  const print = useAction(bridge.printRecoveryKey);

  async function submit(): Promise<void> {
    const file: SavedFile | null = await print.run({});
    if (file === null) return;
    noticeHint(t('members.recoveryPrinted', { file: file.name }));
    onChanged();
  }

  return (
    <section className="members-part">
      <h2>{t('members.recovery')}</h2>
      <p>{t('members.recoveryHint')}</p>
      <p>
        {since === null ? (
          <Mark tone="warned">{t('members.noRecovery')}</Mark>
        ) : (
          <Mark tone="done">{t('members.recoverySince', { time: formatMinute(since) })}</Mark>
        )}
      </p>
      {print.failure !== null && <ErrorPanel failure={print.failure} />}
      {renderVerbs(
        <Button loading={print.busy} onClick={() => void submit()}>
          {since === null ? t('members.printRecovery') : t('members.renewRecovery')}
        </Button>,
      )}
    </section>
  );
}
