import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import type { ImportTarget } from './preview-store.ts';

type ChooseFileProps = { readonly what: ImportTarget['what']; readonly onFile: (file: Grant) => void };

/** Before a file is chosen: what it may look like. */
export function ChooseFile({ what, onFile }: ChooseFileProps) {
  const { t } = useTranslation('office');
  return (
    <EmptyState
      title={t('preview.chooseTitle')}
      hint={t(what === 'candidates' ? 'preview.candidatesHint' : 'preview.expertsHint')}
      action={
        <>
          <ChooseButton what={what} onFile={onFile} label={t('preview.choose')} main />
          <p className="empty-hint">{t('preview.dropHint')}</p>
        </>
      }
    />
  );
}

type ChooseButtonProps = ChooseFileProps & { readonly label: string; readonly main?: boolean };

/** Opens the system's dialog for a spreadsheet. */
export function ChooseButton({ what, onFile, label, main = false }: ChooseButtonProps) {
  async function choose(): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose: what });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [first] = chosen.value;
    if (first !== undefined) onFile(first);
  }

  return (
    <Button type={main ? 'primary' : 'default'} onClick={() => void choose()}>
      {label}
    </Button>
  );
}
