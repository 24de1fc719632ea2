import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierFile } from '#shared/candidates/candidate.ts';
import type { DocumentBlock, DocumentPreview } from '#shared/candidates/document-preview.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded, type Loaded } from '../../bridge/use-loaded.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import type { FilePlace } from './dossier-file.ts';
import { OpenOutside } from './OpenOutside.tsx';
import './document-view.css';

function TextBlock({ level, text }: Extract<DocumentBlock, { kind: 'text' }>) {
  // The window's own headings end at the second level; a document's headings begin below it.
  return level === 0 ? <p>{text}</p> : <h3 data-level={level}>{text}</h3>;
}

/** Figures stand at the right, so that their places lie below each other. */
const figure = /^[-−]?\d[\d,.\s]*%?$/;

function TableBlock({ rows }: Extract<DocumentBlock, { kind: 'table' }>) {
  const width = Math.max(...rows.map((cells) => cells.length));
  return (
    <table>
      <tbody>
        {rows.map((cells, row) => (
          // Rows of a document may repeat; they never change their order.
          <tr key={row}>
            {Array.from({ length: width }, (_, column) => (
              <td key={column} data-number={figure.test(cells[column] ?? '') || undefined}>
                {cells[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Blocks({ name, preview }: { readonly name: string; readonly preview: DocumentPreview }) {
  const { t } = useTranslation('expert');
  if (preview.blocks.length === 0) return <EmptyState title={t('dossier.previewEmpty')} />;
  return (
    <article className="document-text" aria-label={name} data-dossier-scroll ref={focusWhenScrolling}>
      {preview.blocks.map((block, index) =>
        // The blocks of a document never change their order.
        block.kind === 'text' ? <TextBlock key={index} {...block} /> : <TableBlock key={index} {...block} />,
      )}
    </article>
  );
}

function Content({ name, loaded, again }: { name: string; loaded: Loaded<DocumentPreview>; again: () => void }) {
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <ErrorPanel failure={loaded.failure} onRetry={again} />;
  return <Blocks name={name} preview={loaded.value} />;
}

/** What the preview leaves out, in words. */
function useNotes(loaded: Loaded<DocumentPreview>): readonly string[] {
  const { t } = useTranslation('expert');
  if (loaded.state !== 'ready') return [];
  const { pictures, shortened } = loaded.value;
  return [
    t('dossier.previewNote'),
    ...(pictures > 0 ? [t('dossier.previewPictures', { count: pictures })] : []),
    ...(shortened ? [t('dossier.previewShortened')] : []),
  ];
}

/** The text of a Word or Excel document, read by the main process, as plain paragraphs and tables. */
export function DocumentView({ file, place }: { readonly file: DossierFile; readonly place: FilePlace }) {
  const { taskId, candidateId, sha256 } = place;
  const load = useCallback(() => bridge.previewDossier({ taskId, candidateId, sha256 }), [taskId, candidateId, sha256]);
  const [loaded, again] = useLoaded(load);
  const notes = useNotes(loaded);
  return (
    <div className="viewer">
      <div className="viewer-frame document-frame">
        <Content name={file.name} loaded={loaded} again={again} />
      </div>
      <div className="dossier-tools document-tools">
        <span className="document-notes">
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </span>
        <OpenOutside place={place} />
      </div>
    </div>
  );
}
