import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { openPage, useOffice } from '../office-store.ts';
import { countWaiting, stageOf, stages, type Stage } from '../stages.ts';
import './rail.css';

type RailProps = {
  readonly round: RoundView | null;
  /** Faults of the round's design; they wait on its set-up page. */
  readonly designFaults: number;
  readonly onLeave: () => void;
};

/** The pages of the office by stage of the work, each with a count of what waits there. */
export function Rail({ round, designFaults, onLeave }: RailProps) {
  const { t } = useTranslation('office');
  return (
    <nav className="rail" aria-label={t('shell.rail')}>
      <StageButton stage="overview" waiting={0} />
      {round !== null && <RoundStages view={round} designFaults={designFaults} />}
      <StageButton stage="trace" waiting={0} />
      <MembersButton />
      <div className="rail-foot">
        <SignedIn />
        <button type="button" className="rail-stage" onClick={onLeave}>
          {t('shell.leave')}
        </button>
      </div>
    </nav>
  );
}

function MembersButton() {
  const { t } = useTranslation('office');
  const current = useOffice(({ page }) => page === 'members');
  return (
    <button
      type="button"
      className="rail-stage"
      aria-current={current ? 'page' : undefined}
      onClick={() => openPage('members')}
    >
      {t('members.title')}
    </button>
  );
}

/** Who has signed in, and as what. */
function SignedIn() {
  const { t } = useTranslation('office');
  const member = useOffice(({ workspace }) => workspace?.member ?? null);
  if (member === null) return null;
  return (
    <p className="rail-member">{t('shell.signedIn', { name: member.name, role: t(`members.roles.${member.role}`) })}</p>
  );
}

function RoundStages({ view, designFaults }: { readonly view: RoundView; readonly designFaults: number }) {
  const { t } = useTranslation(['office', 'common']);
  const { round, counts } = view;
  const facts = { status: round.status, counts, designFaults };
  return (
    <>
      <p className="rail-round">
        {t(`shell.status.${round.status}`)}
        {round.mode === 'demo' && ` · ${t('common:mode.demo')}`}
      </p>
      {stages
        .filter((stage) => stage !== 'overview' && stage !== 'trace')
        .map((stage) => (
          <StageButton key={stage} stage={stage} waiting={countWaiting(stage, facts)} />
        ))}
    </>
  );
}

function StageButton({ stage, waiting }: { readonly stage: Stage; readonly waiting: number }) {
  const { t } = useTranslation('office');
  const current = useOffice(({ page }) => stageOf(page) === stage);
  return (
    <button
      type="button"
      className="rail-stage"
      aria-current={current ? 'page' : undefined}
      onClick={() => openPage(stage)}
    >
      <span>{t(`shell.stages.${stage}`)}</span>
      {waiting > 0 && (
        <>
          <span className="rail-count" aria-hidden="true">
            {waiting}
          </span>
          <span className="only-read">{t(`shell.waits.${stage}`, { count: waiting })}</span>
        </>
      )}
    </button>
  );
}
