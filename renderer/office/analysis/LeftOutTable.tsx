import { useTranslation } from 'react-i18next';
import type { Names } from '#shared/agreement/read-agreement.ts';
import { sizeOf } from '#shared/agreement/read-robustness.ts';
import type { Change, LeftOut, Line } from '#shared/agreement/robustness.ts';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import { useSentence } from '../../text/language.ts';

type LeftOutTableProps = {
  readonly title: string;
  readonly leftOut: readonly LeftOut[];
  readonly line: Line;
  /** Of what is left out. */
  readonly names: Names;
  readonly candidates: Names;
};

/** Names written out in a cell. */
const written = 3;

/** Who would change without one expert or one criterion, the greatest change first. */
export function LeftOutTable({ title, leftOut, line, names, candidates }: LeftOutTableProps) {
  const { t } = useTranslation('office');
  const sizeFor = ({ change }: LeftOut): number => (change.ok ? sizeOf(change.value, line) : -1);
  const ordered = leftOut.toSorted((a, b) => sizeFor(b) - sizeFor(a));
  const bands = line.kind === 'bands';
  if (ordered.length === 0) return null;
  return (
    <section className="analysis-part">
      <h2>{title}</h2>
      <div className="analysis-wide" ref={focusWhenScrolling}>
        <table className="office-table analysis-table">
          <thead>
            <tr>
              <th scope="col">{t('analysis.leftOut')}</th>
              <th scope="col">{t(bands ? 'analysis.rise' : 'analysis.enter')}</th>
              <th scope="col">{t(bands ? 'analysis.fall' : 'analysis.leave')}</th>
              <th scope="col" className="number">
                {t('analysis.farthest')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ id, change }) => (
              <tr key={id}>
                <th scope="row">{names.get(id) ?? id}</th>
                {change.ok ? (
                  <ChangeCells change={change.value} candidates={candidates} />
                ) : (
                  <FailedCells failure={change.error} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ChangeCells({ change, candidates }: { readonly change: Change; readonly candidates: Names }) {
  const { t } = useTranslation('office');
  const list = (ids: readonly string[]): React.ReactNode => {
    if (ids.length === 0) return <span className="office-faint">{t('analysis.nobody')}</span>;
    const shown = ids.slice(0, written).map((id) => candidates.get(id) ?? id);
    return `${shown.join(t('analysis.comma'))}${ids.length > written ? ` ${t('analysis.more', { count: ids.length })}` : ''}`;
  };
  return (
    <>
      <td>{list(change.enter)}</td>
      <td>
        {list(change.leave)}
        {change.unscored > 0 && (
          <span className="office-faint"> {t('analysis.unscored', { count: change.unscored })}</span>
        )}
      </td>
      <td className="number">{change.farthest}</td>
    </>
  );
}

function FailedCells({ failure }: { readonly failure: Extract<LeftOut['change'], { ok: false }>['error'] }) {
  const sentence = useSentence();
  return (
    <td colSpan={3} className="office-faint">
      {sentence(failure)}
    </td>
  );
}
