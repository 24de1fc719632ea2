import { useTranslation } from 'react-i18next';
import type { ImportPreview, ProblemView } from '#shared/ipc/office-views.ts';
import { Mark, type MarkTone } from '../../ui/mark/Mark.tsx';
import { useSentence } from '../../text/language.ts';
import { isRefused, type ProblemLine } from './preview-rows.ts';

/** More would only slow the page down: the rest comes when these are mended. */
const most = 300;

type ProblemPanelProps = {
  readonly preview: ImportPreview;
  readonly lines: readonly ProblemLine[];
  readonly onShow: (line: ProblemLine) => void;
  readonly onMend: (rowId: string) => void;
};

/** Every problem with its place and its sentence; below them what is worth knowing and no fault. */
export function ProblemPanel({ preview, lines, onShow, onMend }: ProblemPanelProps) {
  const { t } = useTranslation('office');
  const severalSheets = preview.layouts.length > 1;
  return (
    <aside className="preview-problems" aria-label={t('preview.problems')}>
      {isRefused(preview) && <p className="preview-refused">{t('preview.refused')}</p>}
      {lines.length === 0 && (
        <p>
          <Mark tone="done">{t('preview.noProblems')}</Mark>
        </p>
      )}
      <ul>
        {lines.slice(0, most).map((line) => (
          <Problem key={line.id} line={line} severalSheets={severalSheets} onShow={onShow} onMend={onMend} />
        ))}
      </ul>
      {lines.length > most && <p className="office-faint">{t('preview.more', { shown: most, count: lines.length })}</p>}
      <Notes preview={preview} severalSheets={severalSheets} />
    </aside>
  );
}

const tones: Readonly<Record<ProblemView['severity'], MarkTone>> = {
  file: 'refused',
  row: 'waiting',
  warning: 'warned',
};

type ProblemProps = {
  readonly line: ProblemLine;
  readonly severalSheets: boolean;
} & Pick<ProblemPanelProps, 'onShow' | 'onMend'>;

function Problem({ line, severalSheets, onShow, onMend }: ProblemProps) {
  const { t } = useTranslation('office');
  const sentence = useSentence();
  const place = usePlace(severalSheets);
  const { problem, rowId } = line;
  const text = sentence({ code: problem.kind, detail: problem.detail });
  return (
    <li className="preview-problem">
      <button type="button" className="preview-place" disabled={rowId === null} onClick={() => onShow(line)}>
        <Mark tone={tones[problem.severity]}>{place(problem)}</Mark>
      </button>
      {rowId !== null && problem.severity === 'row' && (
        <button type="button" className="preview-mend" onClick={() => onMend(rowId)}>
          {t('preview.mend')}
        </button>
      )}
      <p>{text}</p>
    </li>
  );
}

function Notes({ preview, severalSheets }: { readonly preview: ImportPreview; readonly severalSheets: boolean }) {
  const { t } = useTranslation('office');
  const sentence = useSentence();
  const place = usePlace(severalSheets);
  if (preview.notes.length === 0) return null;
  return (
    <section>
      <h2>{t('preview.notes')}</h2>
      <ul>
        {preview.notes.map((note, index) => (
          // Notes have no identity of their own.
          <li key={index} className="preview-problem office-faint">
            {place(note)} {sentence({ code: note.kind, detail: note.detail })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The place of a problem as a person sees it in the spreadsheet. */
function usePlace(severalSheets: boolean): (problem: Pick<ProblemView, 'sheet' | 'row' | 'column'>) => string {
  const { t } = useTranslation('office');
  return ({ sheet, row, column }) => {
    const inSheet = severalSheets && sheet !== '' ? t('preview.placeSheet', { sheet }) : '';
    if (row === null) return inSheet === '' ? t('preview.placeFile') : inSheet;
    const cell = column === null ? t('preview.place', { row }) : t('preview.placeColumn', { row, column });
    return `${inSheet} ${cell}`.trim();
  };
}
