import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberRole } from '#shared/identity/member.ts';
import type { MemberView, OfficeView } from '#shared/ipc/member-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { formatMinute } from '../../text/format.ts';
import { noticeDone } from '../../ui/notice/notices.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';

type MemberTableProps = {
  readonly office: OfficeView;
  readonly renderVerbs: (verbs: ReactNode) => ReactNode;
  readonly onRenew: (member: MemberView) => void;
  readonly onChanged: () => void;
};

/** Members, those who left at the end. */
export function MemberTable({ office, renderVerbs, onRenew, onChanged }: MemberTableProps) {
  const { t } = useTranslation('office');
  const setRole = useAction(bridge.setMemberRole);
  const remove = useAction(bridge.removeMember);
  const failure = setRole.failure ?? remove.failure;
  const members = office.members.toSorted((left, right) => Number(left.until !== null) - Number(right.until !== null));

  async function change(member: MemberView, role: MemberRole): Promise<void> {
    if ((await setRole.run({ memberId: member.id, role })) === null) return;
    noticeDone(t('members.roleChanged', { name: member.name, role: t(`members.roles.${role}`) }));
    onChanged();
  }

  async function take(member: MemberView): Promise<void> {
    if ((await remove.run({ memberId: member.id })) === null) return;
    noticeDone(t('members.removed', { name: member.name }));
    onChanged();
  }

  return (
    <section className="members-part">
      <h2>{t('members.members')}</h2>
      {failure !== null && <ErrorPanel failure={failure} />}
      <table className="office-table members-table">
        <thead>
          <tr>
            <th scope="col">{t('members.name')}</th>
            <th scope="col">{t('members.role')}</th>
            <th scope="col">{t('members.since')}</th>
            <th scope="col">{t('members.state')}</th>
            <th scope="col">
              <span className="only-read">{t('members.verbs')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <td>
                {member.name}
                {member.id === office.me && <span className="office-faint"> {t('members.me')}</span>}
              </td>
              <td>{t(`members.roles.${member.role}`)}</td>
              <td>{formatMinute(member.since)}</td>
              <td>
                {member.until === null ? (
                  <Mark tone="done">{t('members.active')}</Mark>
                ) : (
                  <Mark tone="plain">{t('members.left', { time: formatMinute(member.until) })}</Mark>
                )}
              </td>
              <td>
                {member.until === null &&
                  member.id !== office.me &&
                  renderVerbs(
                    <MemberVerbs
                      member={member}
                      busy={setRole.busy || remove.busy}
                      onRole={(role) => void change(member, role)}
                      onRenew={() => onRenew(member)}
                      onRemove={() => void take(member)}
                    />,
                  )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type MemberVerbsProps = {
  readonly member: MemberView;
  readonly busy: boolean;
  readonly onRole: (role: MemberRole) => void;
  readonly onRenew: () => void;
  readonly onRemove: () => void;
};

function MemberVerbs({ member, busy, onRole, onRenew, onRemove }: MemberVerbsProps) {
  const { t } = useTranslation(['office', 'common']);
  const other = member.role === 'admin' ? 'staff' : 'admin';
  const name = <span className="only-read">{member.name}</span>;
  return (
    <div className="members-verbs">
      <Popconfirm
        title={t('members.makeTitle', { name: member.name, role: t(`members.roles.${other}`) })}
        description={t(`members.makeHint.${other}`)}
        okText={t('members.confirm')}
        cancelText={t('common:cancel')}
        onConfirm={() => onRole(other)}
      >
        <Button size="small" disabled={busy}>
          {t(`members.make.${other}`)} {name}
        </Button>
      </Popconfirm>
      <Button size="small" disabled={busy} onClick={onRenew}>
        {t('members.renew')} {name}
      </Button>
      <Popconfirm
        title={t('members.removeTitle', { name: member.name })}
        description={t('members.removeHint')}
        okText={t('members.remove')}
        cancelText={t('common:cancel')}
        onConfirm={onRemove}
      >
        <Button size="small" danger disabled={busy}>
          {t('members.remove')} {name}
        </Button>
      </Popconfirm>
    </div>
  );
}
