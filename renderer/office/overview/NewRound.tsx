import { Button, DatePicker, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '#shared/ipc/office-views.ts';
import type { Mode } from '#shared/round/round.ts';
import { cleanText } from '#shared/base/text.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Field } from '../../ui/field/Field.tsx';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { openRound, useOffice } from '../office-store.ts';
import { fromPicker, toPicker } from '../picker-time.ts';
import { ModeChoice } from './ModeChoice.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';

type NewRoundProps = { readonly open: boolean; readonly onClose: () => void };

/** A new round in the drawer: template, title, purpose, deadline. */
export function NewRound({ open, onClose }: NewRoundProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer title={t('overview.wizard.title')} open={open} onClose={onClose} size="large" destroyOnHidden>
      <NewRoundForm onCreated={onClose} />
    </Drawer>
  );
}

type NewRoundInput = Parameters<typeof bridge.createRound>[0];

function NewRoundForm({ onCreated }: { readonly onCreated: () => void }) {
  const { t } = useTranslation(['office', 'common']);
  const [template, setTemplate] = useState<TemplateView | null>(null);
  const [title, setTitle] = useState<string | null>(null);
  const [mode, setMode] = useState<Mode>(() => (useOffice.getState().workspace?.demo === true ? 'demo' : 'official'));
  const [deadline, setDeadline] = useState<string | null>(null);
  const create = useAction((input: NewRoundInput) => bridge.createRound(input));
  // Until somebody types a title, the template's own stands there.
  const shownTitle = title ?? (template === null || template.kind === 'other' ? '' : template.title);
  const tidyTitle = cleanText(shownTitle).trim();

  async function submit(): Promise<void> {
    if (template === null || tidyTitle === '') return;
    const made = await create.run({ template: template.kind, title: tidyTitle, mode, deadline });
    if (made === null) return;
    onCreated();
    noticeDone(t('overview.wizard.created'));
    await openRound(made.round.id, 'round');
  }

  return (
    <>
      <TemplateChoice chosen={template} onChoose={setTemplate} />
      <Field label={t('overview.wizard.roundTitle')}>
        {(names) => (
          <Input
            {...names}
            value={shownTitle}
            maxLength={120}
            onChange={({ target }) => setTitle(target.value)}
            onPressEnter={() => void submit()}
          />
        )}
      </Field>
      <ModeChoice mode={mode} onChange={setMode} />
      <Field label={t('overview.wizard.deadline')} hint={t('overview.wizard.deadlineHint')}>
        {(names) => (
          <DatePicker
            {...names}
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            value={toPicker(deadline)}
            onChange={(time) => setDeadline(fromPicker(time))}
          />
        )}
      </Field>
      {create.failure !== null && <ErrorPanel failure={create.failure} />}
      <div className="office-drawer-verbs">
        <Button
          type="primary"
          size="large"
          disabled={template === null || tidyTitle === ''}
          loading={create.busy}
          onClick={() => void submit()}
        >
          {t('overview.wizard.create')}
        </Button>
      </div>
    </>
  );
}
