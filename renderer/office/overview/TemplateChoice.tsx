import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/base/result.ts';
import type { TemplateView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { FieldGroup } from '../../ui/field/Field.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';

type TemplateChoiceProps = {
  readonly chosen: TemplateView | null;
  readonly onChoose: (template: TemplateView) => void;
};

const loadTemplates = (): Promise<Result<readonly TemplateView[]>> => bridge.listTemplates({});

/** The built-in templates with the notice that the year's own rules come first. */
export function TemplateChoice({ chosen, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation('office');
  const [templates, again] = useLoaded(loadTemplates);
  const first = templates.state === 'ready' ? templates.value[0] : undefined;
  useEffect(() => {
    if (chosen === null && first !== undefined) onChoose(first);
  }, [chosen, first, onChoose]);
  const name = useId();
  if (templates.state === 'loading') return <Loading />;
  if (templates.state === 'failed') return <ErrorPanel failure={templates.failure} onRetry={again} />;
  return (
    <FieldGroup label={t('overview.wizard.template')} hint={chosen?.notice}>
      <div className="template-list">
        {templates.value.map((template) => (
          <label key={template.kind} className="template-choice">
            <input
              type="radio"
              name={name}
              checked={template.kind === chosen?.kind}
              onChange={() => onChoose(template)}
            />
            <span>{template.kind === 'other' ? t('overview.wizard.blank') : template.title}</span>
            <TemplateFacts template={template} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function TemplateFacts({ template }: { readonly template: TemplateView }) {
  const { t } = useTranslation('office');
  const { kind, criteria, tracks, quota } = template;
  if (kind === 'other') return <span className="template-facts">{t('overview.wizard.blankHint')}</span>;
  const facts = [
    t('overview.wizard.facts', { criteria }),
    ...(tracks > 1 ? [t('overview.wizard.tracks', { count: tracks })] : []),
    ...(quota === null ? [] : [t('overview.wizard.quota', { count: quota })]),
  ];
  return <span className="template-facts">{facts.join(' · ')}</span>;
}
