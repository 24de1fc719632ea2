import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DossierFile } from '#shared/candidates/candidate.ts';
import type { CandidateView } from '#shared/ipc/office-views.ts';
import type { Round } from '#shared/round/round.ts';
import { bridge } from '../../bridge/bridge.ts';
import { formatSize } from '../../text/format.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { fileKind } from './candidate-rows.ts';
import { focusDrawerWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';

type CandidateDrawerProps = {
  /** The candidate that is open; undefined when the drawer is closed. */
  readonly candidate: CandidateView | undefined;
  readonly round: Round;
  readonly onClose: () => void;
  readonly onChanged: () => void;
};

/** All that is known of a candidate: fields and dossier. */
export function CandidateDrawer({ candidate, round, onClose, onChanged }: CandidateDrawerProps) {
  return (
    <Drawer
      title={candidate === undefined ? '' : `${candidate.code} ${candidate.name}`}
      open={candidate !== undefined}
      onClose={onClose}
      size="large"
      mask={false}
    >
      {candidate !== undefined && (
        <div ref={focusDrawerWhenScrolling}>
          <Facts candidate={candidate} round={round} />
          <Dossier candidate={candidate} round={round} onChanged={onChanged} />
        </div>
      )}
    </Drawer>
  );
}

function Facts({ candidate, round }: { readonly candidate: CandidateView; readonly round: Round }) {
  const { t } = useTranslation(['office', 'common']);
  const { tracks } = round.design;
  const track = tracks.find(({ id }) => id === candidate.trackId);
  return (
    <dl className="candidate-facts">
      <dt>{t('common:unit')}</dt>
      <dd>{candidate.unit === '' ? '—' : candidate.unit}</dd>
      {tracks.length > 1 && (
        <>
          <dt>{t('common:track')}</dt>
          <dd>{track?.name ?? candidate.trackId}</dd>
        </>
      )}
      {candidate.fields.map(({ key, label, value }, index) => (
        // Two extra columns may carry the same header.
        <FactLine key={key ?? `${index} ${label}`} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactLine({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

type DossierProps = Omit<CandidateDrawerProps, 'candidate' | 'onClose'> & { readonly candidate: CandidateView };

function Dossier({ candidate, round, onChanged }: DossierProps) {
  const { t } = useTranslation('office');
  const frozen = round.status !== 'draft';

  async function remove({ sha256 }: DossierFile): Promise<void> {
    const result = await bridge.removeDossier({ roundId: round.id, candidateId: candidate.id, sha256 });
    if (!result.ok) return noticeFailure(result.error);
    noticeDone(t('candidates.fileRemoved'));
    onChanged();
  }

  return (
    <section>
      <h2 className="candidate-heading">{t('candidates.dossiers')}</h2>
      {candidate.dossiers.length === 0 ? (
        <p className="office-faint">{t('candidates.noFiles')}</p>
      ) : (
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t('candidates.fileName')}</th>
              <th scope="col">{t('candidates.fileType')}</th>
              <th scope="col" className="number">
                {t('candidates.fileSize')}
              </th>
              {!frozen && <th aria-hidden="true" />}
            </tr>
          </thead>
          <tbody>
            {candidate.dossiers.map((file) => (
              <FileRow key={file.sha256} file={file} {...(!frozen && { onRemove: () => void remove(file) })} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function FileRow({ file, onRemove }: { readonly file: DossierFile; readonly onRemove?: () => void }) {
  const { t } = useTranslation('office');
  return (
    <tr>
      <td>{file.name}</td>
      <td>{t(`candidates.types.${fileKind(file.mediaType)}`)}</td>
      <td className="number">{formatSize(file.size)}</td>
      {onRemove !== undefined && (
        <td>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('candidates.removeFile', { name: file.name })}
            onClick={onRemove}
          />
        </td>
      )}
    </tr>
  );
}
