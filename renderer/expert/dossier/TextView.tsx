import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { decodeText } from './decode-text.ts';

async function readText(address: string): Promise<Result<string>> {
  try {
    const response = await fetch(address);
    return response.ok ? ok(decodeText(await response.arrayBuffer())) : fail('ipc.unexpected', { call: 'dossier' });
  } catch {
    return fail('ipc.unexpected', { call: 'dossier' });
  }
}

/** A plain text file of the dossier. */
export function TextView({ address }: { readonly address: string }) {
  const { t } = useTranslation('expert');
  const [text] = useLoaded(useCallback(() => readText(address), [address]));
  if (text.state === 'loading') return <Loading />;
  if (text.state === 'failed') return <EmptyState title={t('dossier.unreadable')} hint={t('dossier.unreadableHint')} />;
  return (
    <pre className="dossier-text" data-dossier-scroll>
      {text.value}
    </pre>
  );
}
