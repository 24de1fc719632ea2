import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '#shared/base/points.ts';
import { listCriteria, rubricMaximum, type Rubric } from '#shared/round/rubric.ts';
import { Field } from '../../ui/field/Field.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { CriterionDrawer } from './CriterionDrawer.tsx';
import { copyRubric, removeRubric } from './design-edits.ts';
import { GateTable } from './GateTable.tsx';
import type { DesignEditor } from './round-store.ts';
import { RubricTable } from './RubricTable.tsx';

type RubricPartProps = {
  readonly editor: DesignEditor;
  /** The rubric on the screen; the first one when it is not known. */
  readonly rubricId: string;
  readonly onChoose: (rubricId: string) => void;
};

/** 评分标准: categories and criteria with a live sum, gates, and the category that decides ties. */
export function RubricPart({ editor, rubricId, onChoose }: RubricPartProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const { rubrics } = editor.design;
  const rubric = rubrics.find(({ id }) => id === rubricId) ?? rubrics[0];
  if (rubric === undefined) return null;
  const edit = (change: (rubric: Rubric) => Rubric): void => editor.editRubric(rubric.id, change);
  const open = listCriteria(rubric).find(({ id }) => id === openId);
  return (
    <>
      <RubricChoice editor={editor} rubric={rubric} onChoose={onChoose} />
      <RubricTable rubric={rubric} edit={edit} onOpen={setOpenId} />
      <RubricSum rubric={rubric} />
      <CoreCategory rubric={rubric} onChange={(coreCategory) => edit((before) => ({ ...before, coreCategory }))} />
      <GateTable rubric={rubric} edit={edit} />
      <CriterionDrawer criterion={open} edit={edit} onClose={() => setOpenId(null)} />
    </>
  );
}

type RubricChoiceProps = Omit<RubricPartProps, 'rubricId'> & { readonly rubric: Rubric };

function RubricChoice({ editor, rubric, onChoose }: RubricChoiceProps) {
  const { t } = useTranslation('office');
  const { design } = editor;
  const used = design.tracks.some((track) => track.rubricId === rubric.id);

  function copy(): void {
    const next = copyRubric(design, rubric.id, t('round.rubric.copyName', { name: rubric.name }).slice(0, 60));
    editor.edit(next);
    onChoose(next.rubrics.at(-1)?.id ?? rubric.id);
  }

  return (
    <div className="round-rubric-head">
      {design.rubrics.length > 1 && (
        <Select
          aria-label={t('round.rubric.choose')}
          // Looking at another rubric is no change: possible when frozen, too.
          disabled={false}
          value={rubric.id}
          onChange={onChoose}
          options={design.rubrics.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {(!editor.frozen || design.rubrics.length === 1) && (
        <Input
          aria-label={t('round.rubric.name')}
          value={rubric.name}
          maxLength={60}
          onChange={({ target }) => editor.editRubric(rubric.id, (before) => ({ ...before, name: target.value }))}
        />
      )}
      <div className="round-act">
        <Button onClick={copy}>{t('round.rubric.copy')}</Button>
        {design.rubrics.length > 1 && (
          <Button
            type="text"
            disabled={used}
            title={used ? t('round.rubric.removeUsed') : undefined}
            onClick={() => editor.edit(removeRubric(design, rubric.id))}
          >
            {t('round.rubric.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The live sum, checked against 100. */
function RubricSum({ rubric }: { readonly rubric: Rubric }) {
  const { t } = useTranslation('office');
  const sum = rubricMaximum(rubric);
  return (
    <p className="round-sum" aria-live="polite">
      {sum === 10_000 ? (
        <Mark tone="done">{t('round.rubric.sumRight')}</Mark>
      ) : (
        <Mark tone="warned">
          {t('round.rubric.sumOff', { sum: formatPoints(sum), difference: formatPoints(Math.abs(sum - 10_000)) })}
        </Mark>
      )}
    </p>
  );
}

type CoreCategoryProps = { readonly rubric: Rubric; readonly onChange: (category: string | null) => void };

function CoreCategory({ rubric, onChange }: CoreCategoryProps) {
  const { t } = useTranslation('office');
  return (
    <div className="round-form">
      <Field label={t('round.rubric.coreCategory')}>
        {(names) => (
          <Select
            {...names}
            value={rubric.coreCategory ?? ''}
            onChange={(id) => onChange(id === '' ? null : id)}
            options={[
              { value: '', label: t('round.rubric.coreCategoryDefault') },
              ...rubric.categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
    </div>
  );
}
