import BarsOutlined from '@ant-design/icons/es/icons/BarsOutlined';
import { Segmented } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../ui/keyboard/shortcuts.ts';
import { CandidateList } from './candidates/CandidateList.tsx';
import { neighbour } from './candidates/filter-candidates.ts';
import { useCandidateLines, type CandidateLines } from './candidates/use-candidate-lines.ts';
import { useDesk, useDeskState } from './desk-context.ts';
import { DossierPane } from './dossier/DossierPane.tsx';
import { focusElement, focusedField, scrollDossier } from './desk-focus.ts';
import { RubricPane } from './scoring/RubricPane.tsx';
import { firstFieldOf } from './standing.ts';
import './scoring-page.css';

/** The ways from one candidate to another, in the order of the list as it is filtered. */
function useWays(list: CandidateLines) {
  const desk = useDesk();
  const to = (step: 1 | -1, fieldFor: (id: string) => string | undefined): void => {
    const line = neighbour(list.lines, desk.store.getState().candidateId, step);
    if (line !== undefined) desk.goTo(line.candidate.id, fieldFor(line.candidate.id));
  };
  const firstMissing = (id: string): string => firstFieldOf(desk.rubric(id), desk.store.getState().drafts[id]?.shown);
  return {
    /** To the neighbour and its first missing field, to go on typing. */
    onwards: (step: 1 | -1) => to(step, firstMissing),
    /** To the neighbour; a field that has the focus keeps it, to compare one criterion over candidates. */
    along: (step: 1 | -1) => to(step, () => focusedField()),
    missing: () => {
      const { candidateId } = desk.store.getState();
      desk.goTo(candidateId, firstMissing(candidateId));
    },
  };
}

function useDeskShortcuts(ways: ReturnType<typeof useWays>): void {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const star = (): void => {
    const { candidateId, starred } = desk.store.getState();
    void desk.starCandidate(candidateId, !starred.has(candidateId));
  };
  useShortcuts(t('keys.desk'), [
    { keys: 'Enter', label: t('keys.nextField') },
    { keys: 'Ctrl+Enter', label: t('keys.nextCandidate'), run: () => ways.onwards(1) },
    { keys: 'Ctrl+Shift+Enter', label: t('keys.previousCandidate'), run: () => ways.onwards(-1) },
    { keys: 'Ctrl+ArrowDown', label: t('keys.down'), run: () => ways.along(1) },
    { keys: 'Ctrl+ArrowUp', label: t('keys.up'), run: () => ways.along(-1) },
    { keys: 'Ctrl+M', label: t('keys.missing'), run: ways.missing },
    { keys: 'Ctrl+Z', label: t('keys.undo'), run: () => void desk.undo() },
    { keys: 'Ctrl+Shift+Z', label: t('keys.redo'), run: () => void desk.redo() },
    { keys: 'Ctrl+D', label: t('keys.star'), run: star },
    { keys: '/', label: t('keys.search'), run: () => focusElement('[data-candidate-find]') },
    { keys: 'Ctrl+F', label: t('keys.find'), run: () => focusElement('[data-dossier-search]') },
    { keys: 'PageDown', label: t('keys.dossierDown'), run: () => scrollDossier(1), inFields: true },
    { keys: 'PageUp', label: t('keys.dossierUp'), run: () => scrollDossier(-1), inFields: true },
  ]);
}

const panes = ['dossier', 'rubric'] as const;
type Pane = (typeof panes)[number];

type ScoringPageProps = {
  /** The ways to the other pages, under the candidate list. */
  readonly ways: ReactNode;
};

/** 打分: candidate list, dossier and rubric. In a narrow window the list folds to a strip, then one pane shows at a time. */
export function ScoringPage({ ways: otherPages }: ScoringPageProps) {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const list = useCandidateLines();
  const ways = useWays(list);
  useDeskShortcuts(ways);
  const candidate = useDeskState(({ view, candidateId }) => view.candidates.find(({ id }) => id === candidateId));
  const [unfolded, setUnfolded] = useState(false);
  const [pane, setPane] = useState<Pane>('rubric');
  const fold = useCallback(() => setUnfolded(false), []);
  useShortcuts(t('keys.panes'), [
    { keys: 'Ctrl+L', label: t('keys.list'), run: () => setUnfolded(!unfolded) },
    { keys: 'Ctrl+B', label: t('keys.pane'), run: () => setPane(pane === 'rubric' ? 'dossier' : 'rubric') },
  ]);
  return (
    <div className="desk" data-pane={pane}>
      <div className="desk-panes">
        <div className={unfolded ? 'desk-list' : 'desk-list folded'}>
          <button
            type="button"
            className="button quiet desk-unfold"
            aria-expanded={unfolded}
            title={t('desk.unfold')}
            onClick={() => setUnfolded(!unfolded)}
          >
            <BarsOutlined />
            <span className="only-read">{t('desk.unfold')}</span>
          </button>
          <CandidateList list={list} onChosen={fold}>
            {otherPages}
          </CandidateList>
        </div>
        <Segmented
          className="desk-switch"
          value={pane}
          onChange={setPane}
          options={panes.map((value) => ({ value, label: t(`desk.pane.${value}`) }))}
        />
        {candidate !== undefined && <DossierPane taskId={desk.taskId} candidate={candidate} />}
        <RubricPane onPrevious={() => ways.onwards(-1)} onNext={() => ways.onwards(1)} />
      </div>
    </div>
  );
}
