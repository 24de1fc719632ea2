import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { grantFiles, onEvent } from '../bridge/bridge.ts';
import { noticeHint } from '../ui/notice/notices.ts';
import { receiveFiles } from './receive-files.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Calls back for files dropped anywhere on the window; answers whether files hover over it now. */
function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent): void => {
      // Without a related target the pointer has left the window.
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      setHovering(false);
      if (!carriesFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return hovering;
}

/** The window as a place to drop files on; also takes the files that the system opens. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation(['app', 'common']);
  const [explain] = useState(() => (reason: 'result-without-workspace' | 'unknown', name: string) => {
    noticeHint(t(reason === 'unknown' ? 'drop.unknown' : 'drop.resultWithoutWorkspace', { name }));
  });
  const [take] = useState(() => (files: readonly File[]) => {
    void grantFiles(files).then((grants) => receiveFiles(grants, explain));
  });
  const hovering = useDroppedFiles(take);
  useEffect(() => onEvent('openFiles', (files) => receiveFiles(files, explain)), [explain]);
  return (
    <div className="window">
      {children}
      {hovering && (
        <div className="drop-veil">
          <p>{t('drop.title')}</p>
          <p>{t('drop.hint')}</p>
        </div>
      )}
    </div>
  );
}
