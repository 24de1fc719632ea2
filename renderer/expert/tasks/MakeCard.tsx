import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/base/text.ts';
import { defaultSuite, suites, suiteSchema, type SuiteName } from '#shared/packages/suite.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field, FieldGroup } from '../../ui/field/Field.tsx';
import { Fingerprint } from '../../ui/fingerprint/Fingerprint.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';

const tidy = (text: string): string => cleanText(text).replaceAll('\n', ' ').trim();

const loadOffice = () => bridge.readCardOffice({});

/** 制作公钥登记卡: for experts who would rather send their key ahead than type codes. */
export function MakeCardDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['expert', 'common']);
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [made, setMade] = useState<{ readonly fingerprint: string; readonly place: string } | null>(null);
  const [chosen, setChosen] = useState<SuiteName | null>(null);
  const [renew, setRenew] = useState(false);
  const [loaded] = useLoaded(loadOffice);
  const known = loaded.state === 'ready' ? loaded.value : null;
  const suite = chosen ?? known?.suite ?? defaultSuite;
  const usual = suites[suite].national ? t('card.suiteNational') : t('card.suiteHint');
  const office = known?.office ?? null;
  const suiteHint = office === null || suite !== known?.suite ? usual : t('card.suiteOf', { office });
  const make = useAction(bridge.makeCard);

  async function submit(): Promise<void> {
    const card = await make.run({ name: tidy(name), unit: tidy(unit), suite, renew });
    if (card !== null) setMade({ fingerprint: card.fingerprint, place: card.file.place });
  }

  if (made !== null)
    return (
      <Dialog
        title={t('card.madeTitle')}
        onClose={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        }
      >
        <p>{t('card.made', { place: made.place })}</p>
        <Fingerprint text={made.fingerprint} />
        <p>{t('card.compareHint')}</p>
      </Dialog>
    );
  return (
    <Dialog
      title={t('card.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" disabled={tidy(name) === ''} loading={make.busy} onClick={() => void submit()}>
            {t('card.make')}
          </Button>
        </>
      }
    >
      <p>{t('card.hint')}</p>
      <Field label={t('card.name')}>
        {(names) => <Input {...names} maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />}
      </Field>
      <Field label={t('card.unit')}>
        {(names) => <Input {...names} maxLength={120} value={unit} onChange={({ target }) => setUnit(target.value)} />}
      </Field>
      <FieldGroup label={t('card.suite')} hint={suiteHint}>
        <Radio.Group
          value={suite}
          onChange={({ target }) => setChosen(suiteSchema.parse(target.value))}
          options={suiteSchema.options.map((each) => ({ value: each, label: t(`card.suites.${each}`) }))}
        />
      </FieldGroup>
      <Checkbox checked={renew} onChange={({ target }) => setRenew(target.checked)}>
        {t('card.renew')}
      </Checkbox>
      {make.failure !== null && <ErrorPanel failure={make.failure} />}
    </Dialog>
  );
}
