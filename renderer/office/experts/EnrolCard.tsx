import { Button, Checkbox, Drawer, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { CardPreview } from '#shared/ipc/card-views.ts';
import type { ExpertView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Field } from '../../ui/field/Field.tsx';
import { Fingerprint } from '../../ui/fingerprint/Fingerprint.tsx';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { matchesSearch } from '../match-search.ts';

type EnrolCardProps = {
  readonly roundId: string;
  readonly experts: readonly ExpertView[];
  readonly onEnrolled: () => void;
};

/** 登记公钥: a card is read, its fingerprint compared with the expert, and only then it counts. */
export function EnrolCard({ roundId, experts, onEnrolled }: EnrolCardProps) {
  const { t } = useTranslation('office');
  const [card, setCard] = useState<{ readonly file: Grant; readonly preview: CardPreview } | null>(null);
  const read = useAction(bridge.previewCard);

  async function choose(): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose: 'card' });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [file] = chosen.value;
    if (file === undefined) return;
    const preview = await bridge.previewCard({ roundId, file: file.id });
    if (preview.ok) setCard({ file, preview: preview.value });
    else noticeFailure(preview.error);
  }

  return (
    <>
      <Button loading={read.busy} onClick={() => void choose()}>
        {t('experts.card.enrol')}
      </Button>
      <Drawer
        title={t('experts.card.title')}
        open={card !== null}
        onClose={() => setCard(null)}
        size="large"
        destroyOnHidden
      >
        {card !== null && (
          <Compare
            roundId={roundId}
            experts={experts}
            file={card.file}
            preview={card.preview}
            onEnrolled={() => {
              setCard(null);
              onEnrolled();
            }}
          />
        )}
      </Drawer>
    </>
  );
}

type CompareProps = EnrolCardProps & { readonly file: Grant; readonly preview: CardPreview };

function Compare({ roundId, experts, file, preview, onEnrolled }: CompareProps) {
  const { t } = useTranslation('office');
  const [expertId, setExpertId] = useState(preview.expertId);
  const [compared, setCompared] = useState(false);
  const enrol = useAction(bridge.enrolCard);

  async function submit(): Promise<void> {
    if (expertId === null) return;
    const done = await enrol.run({ roundId, file: file.id, expertId, compared: true });
    if (done === null) return;
    noticeDone(t('experts.card.enrolled', { name: preview.name }));
    onEnrolled();
  }

  return (
    <>
      <p>{t('experts.card.says', { name: preview.name, unit: preview.unit === '' ? '—' : preview.unit })}</p>
      <p>{t('experts.card.hint')}</p>
      <Fingerprint text={preview.fingerprint} />
      <Field label={t('experts.card.expert')}>
        {(names) => (
          <Select
            {...names}
            className="experts-card-expert"
            showSearch={{ filterOption: (query, option) => matchesSearch(option?.search ?? '', query) }}
            value={expertId}
            onChange={setExpertId}
            options={experts.map(({ id, name, unit, search }) => ({ value: id, label: `${name} ${unit}`, search }))}
          />
        )}
      </Field>
      <Checkbox checked={compared} onChange={({ target }) => setCompared(target.checked)}>
        {t('experts.card.compared')}
      </Checkbox>
      {preview.known && <p className="office-faint">{t('experts.card.known')}</p>}
      {enrol.failure !== null && <ErrorPanel failure={enrol.failure} />}
      <div className="office-drawer-verbs">
        <Button
          type="primary"
          size="large"
          disabled={!compared || expertId === null}
          loading={enrol.busy}
          onClick={() => void submit()}
        >
          {t('experts.card.confirm')}
        </Button>
      </div>
    </>
  );
}
