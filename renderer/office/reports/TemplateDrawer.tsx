import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormTemplateView } from '#shared/ipc/report-views.ts';
import type { DocumentForm } from '#shared/reports/forms.ts';
import { placeholders } from '#shared/reports/placeholders.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useLanguage } from '../../text/language.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { focusDrawerWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import { listPlaceholders } from './placeholder-rows.ts';

type TemplateDrawerProps = {
  /** The form whose template is open; null when the drawer is closed. */
  readonly form: DocumentForm | null;
  readonly templates: readonly FormTemplateView[];
  readonly onClose: () => void;
  readonly onChanged: (templates: readonly FormTemplateView[]) => void;
};

/** Which template a form uses, another one, and what can stand in it. */
export function TemplateDrawer({ form, templates, onClose, onChanged }: TemplateDrawerProps) {
  const { t } = useTranslation('office');
  const title = form === null ? '' : t('reports.template.title', { form: t(`reports.forms.${form}`) });
  return (
    <Drawer title={title} open={form !== null} onClose={onClose} size="large" destroyOnHidden>
      {form !== null && (
        <div ref={focusDrawerWhenScrolling}>
          <TemplateChoice
            form={form}
            own={templates.find((template) => template.form === form)}
            onChanged={onChanged}
          />
          <PlaceholderTable form={form} />
        </div>
      )}
    </Drawer>
  );
}

type TemplateChoiceProps = {
  readonly form: DocumentForm;
  readonly own: FormTemplateView | undefined;
  readonly onChanged: TemplateDrawerProps['onChanged'];
};

function TemplateChoice({ form, own, onChanged }: TemplateChoiceProps) {
  const { t } = useTranslation('office');
  const set = useAction(bridge.setFormTemplate);
  const remove = useAction(bridge.removeFormTemplate);
  const save = useAction(bridge.saveBuiltInTemplate);
  const failure = set.failure ?? remove.failure ?? save.failure;

  async function choose(): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose: 'form-template' });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [file] = chosen.value;
    if (file === undefined) return;
    const templates = await set.run({ form, file: file.id });
    if (templates === null) return;
    noticeDone(t('reports.template.chosen', { name: file.name }));
    onChanged(templates);
  }

  async function restore(): Promise<void> {
    const templates = await remove.run({ form });
    if (templates === null) return;
    noticeDone(t('reports.template.restored'));
    onChanged(templates);
  }

  async function saveBuiltIn(): Promise<void> {
    const file = await save.run({ form });
    if (file !== null) noticeDone(t('reports.template.savedAs', { place: file.place }));
  }

  return (
    <section>
      <p className="report-template-name">
        {own === undefined ? t('reports.template.builtIn') : t('reports.template.own', { name: own.name })}
      </p>
      <p className="office-faint">{t('reports.template.hint')}</p>
      <div className="report-verbs">
        <Button type="primary" loading={set.busy} onClick={() => void choose()}>
          {t('reports.template.choose')}
        </Button>
        <Button loading={save.busy} onClick={() => void saveBuiltIn()}>
          {t('reports.template.save')}
        </Button>
        {own !== undefined && (
          <Button loading={remove.busy} onClick={() => void restore()}>
            {t('reports.template.restore')}
          </Button>
        )}
      </div>
      {failure !== null && <ErrorPanel failure={failure} />}
    </section>
  );
}

function PlaceholderTable({ form }: { readonly form: DocumentForm }) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  return (
    <section>
      <h3 className="report-heading">{t('reports.template.placeholders')}</h3>
      <p className="office-faint">{t('reports.template.placeholdersHint')}</p>
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t('reports.template.placeholder')}</th>
            <th scope="col">{t('reports.template.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {listPlaceholders(placeholders[form], language).map(({ written, depth, meaning }, index) => (
            // A name may stand in several loops.
            <tr key={`${index} ${written}`}>
              <td>
                <code className="report-placeholder" style={{ marginInlineStart: `${depth}em` }}>
                  {written}
                </code>
              </td>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
