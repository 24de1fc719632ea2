import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { Act } from '#shared/identity/acts.ts';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { useShortcuts } from '../ui/keyboard/shortcuts.ts';
import { Loading } from '../ui/page/Loading.tsx';
import { WrapVerbs } from '../ui/page/wrap-verbs.ts';
import { AdminOnly } from './AdminOnly.tsx';
import { openPage, useOffice } from './office-store.ts';
import { RoundFacts } from './rail/RoundFacts.tsx';
import { Rail } from './rail/Rail.tsx';
import { listDesignProblems } from './design-problems.ts';
import { routeFiles } from './route-files.ts';
import { stages, type Page } from './stages.ts';

const OverviewPage = lazy(async () => ({ default: (await import('./overview/OverviewPage.tsx')).OverviewPage }));

const TracePage = lazy(async () => ({ default: (await import('./trace/TracePage.tsx')).TracePage }));

const MembersStage = lazy(async () => ({ default: (await import('./MembersStage.tsx')).MembersStage }));

/** What only an admin does: on these pages staff look, and everything is disabled with a word why. */
const adminPages: Partial<Record<Page, Act>> = {
  round: 'save-rules',
  'import-candidates': 'set-up',
  'import-experts': 'set-up',
  tasks: 'issue',
  reports: 'export-lists',
};

/** Pages that staff use, but not the verbs in their header. */
const adminVerbs: Partial<Record<Page, Act>> = { overview: 'set-up', candidates: 'set-up', experts: 'assign' };

/** The pages that are about a round; each loads when it is first opened. */
const roundPages: Readonly<Record<Exclude<Page, 'overview' | 'trace' | 'members'>, ReturnType<typeof lazyPage>>> = {
  round: lazyPage(async () => (await import('./round/RoundPage.tsx')).RoundPage),
  candidates: lazyPage(async () => (await import('./candidates/CandidatesPage.tsx')).CandidatesPage),
  'import-candidates': lazyPage(async () => (await import('./preview/ImportPages.tsx')).ImportCandidatesPage),
  experts: lazyPage(async () => (await import('./experts/ExpertsPage.tsx')).ExpertsPage),
  'import-experts': lazyPage(async () => (await import('./preview/ImportPages.tsx')).ImportExpertsPage),
  tasks: lazyPage(async () => (await import('./tasks/TasksPage.tsx')).TasksPage),
  intake: lazyPage(async () => (await import('./intake/IntakePage.tsx')).IntakePage),
  progress: lazyPage(async () => (await import('./progress/ProgressPage.tsx')).ProgressPage),
  ranking: lazyPage(async () => (await import('./RankingStage.tsx')).RankingStage),
  analysis: lazyPage(async () => (await import('./analysis/AnalysisPage.tsx')).AnalysisPage),
  reports: lazyPage(async () => (await import('./reports/ReportsPage.tsx')).ReportsPage),
};

type RoundPage = (props: { readonly view: RoundView }) => React.ReactNode;

function lazyPage(load: () => Promise<RoundPage>) {
  return lazy(async () => ({ default: await load() }));
}

type OfficePagesProps = {
  readonly incoming: readonly Grant[];
  readonly onIncomingTaken: () => void;
  readonly onLeave: () => void;
};

/** Rail and page. Files that come in lead to the page that takes them. */
export function OfficePages({ incoming, onIncomingTaken, onLeave }: OfficePagesProps) {
  const { page, round } = useOffice();
  useEffect(() => {
    const route = routeFiles(incoming, page, round?.round.status ?? null);
    if (route === null) return;
    onIncomingTaken();
    openPage(route.page, route.files);
  }, [incoming, page, round, onIncomingTaken]);
  usePageKeys(round !== null);
  const faults = round === null ? [] : listDesignProblems(round.round.design);
  return (
    <div className="office">
      <Rail
        round={round}
        designFaults={faults.filter(({ severity }) => severity === 'fault').length}
        onLeave={onLeave}
      />
      <div className="office-main">
        <RoundFacts />
        <div key={page} ref={takeLostFocus} className="office-page" tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <WrapVerbs value={wrapVerbs(page)}>
              <PageOf page={page} round={round} />
            </WrapVerbs>
          </Suspense>
        </div>
      </div>
    </div>
  );
}

function wrapVerbs(page: Page): (verbs: ReactNode) => ReactNode {
  const act = adminVerbs[page];
  if (act === undefined) return (verbs) => verbs;
  return (verbs) => (
    <AdminOnly act={act} as="verbs">
      {verbs}
    </AdminOnly>
  );
}

/** Ctrl with a digit goes to a page, in the order of the rail. */
function usePageKeys(withRound: boolean): void {
  const { t } = useTranslation('office');
  const reachable = withRound ? stages : stages.slice(0, 1);
  useShortcuts(
    t('shell.rail'),
    reachable.slice(0, 10).map((stage, index) => ({
      keys: `Ctrl+${(index + 1) % 10}`,
      label: t(`shell.stages.${stage}`),
      run: () => openPage(stage),
    })),
  );
}

/** When what had the focus went away with the old page, the new page gets it, so that the keyboard goes on from there. */
function takeLostFocus(page: HTMLElement | null): void {
  if (document.activeElement === document.body) page?.focus();
}

function PageOf({ page, round }: { readonly page: Page; readonly round: RoundView | null }) {
  if (page === 'trace') return <TracePage />;
  if (page === 'members') return <MembersStage />;
  if (page === 'overview' || round === null) return <OverviewPage />;
  const Page = roundPages[page];
  const act = adminPages[page];
  const shown = <Page key={round.round.id} view={round} />;
  return act === undefined ? (
    shown
  ) : (
    <AdminOnly act={act} as={page === 'round' ? 'note' : 'page'}>
      {shown}
    </AdminOnly>
  );
}
