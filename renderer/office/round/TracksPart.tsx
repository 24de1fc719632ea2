import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Track } from '#shared/round/round.ts';
import { FieldGroup } from '../../ui/field/Field.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { sumQuotas } from '../design-problems.ts';
import { addTrack, editPolicy, editTrack, findOutcome, moveTrack, removeTrack } from './design-edits.ts';
import { ItemVerbs } from './ItemVerbs.tsx';
import { OptionalCountInput } from './PointsInput.tsx';
import type { DesignEditor } from './round-store.ts';

type TracksPartProps = { readonly editor: DesignEditor };

/** 赛道与名额: what is ranked by itself, by which rubric, and how many are selected. */
export function TracksPart({ editor }: TracksPartProps) {
  const { t } = useTranslation('office');
  const { design } = editor;
  const outcome = findOutcome(design.policy);
  return (
    <>
      <TrackTable editor={editor} />
      {outcome === 'selection' && design.tracks.length > 1 && <TotalQuota editor={editor} />}
      {outcome === 'evaluation' && <p className="office-faint round-gap">{t('round.tracks.noQuota')}</p>}
      {outcome === 'ranking' && <p className="office-faint round-gap">{t('round.tracks.rankingOnly')}</p>}
    </>
  );
}

function TrackTable({ editor }: TracksPartProps) {
  const { t } = useTranslation('office');
  const { design, edit } = editor;
  const quotas = findOutcome(design.policy) === 'selection';
  return (
    <table className="office-table round-table">
      <thead>
        <tr>
          <th scope="col">{t('round.tracks.track')}</th>
          <th scope="col">{t('round.tracks.rubric')}</th>
          {quotas && (
            <th scope="col" className="number">
              {t('round.tracks.quota')}
            </th>
          )}
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {design.tracks.map((track) => (
          <TrackRow key={track.id} track={track} editor={editor} quotas={quotas} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>
            <Button className="round-act" onClick={() => edit(addTrack(design, t('round.tracks.newTrack')))}>
              {t('round.tracks.add')}
            </Button>
          </td>
          {quotas && (
            <td className="number">
              {t('round.tracks.sum')} <strong>{sumQuotas(design.tracks) ?? '—'}</strong>
            </td>
          )}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

type TrackRowProps = TracksPartProps & { readonly track: Track; readonly quotas: boolean };

function TrackRow({ track, editor: { design, edit }, quotas }: TrackRowProps) {
  const { t } = useTranslation('office');
  const { id, name, rubricId, quota } = track;
  const change = (part: Partial<Omit<Track, 'id'>>): void => edit(editTrack(design, id, part));
  return (
    <tr>
      <td>
        <Input
          variant="borderless"
          aria-label={t('round.tracks.track')}
          value={name}
          maxLength={40}
          onChange={({ target }) => change({ name: target.value })}
        />
      </td>
      <td>
        <Select
          aria-label={`${name} ${t('round.tracks.rubric')}`}
          value={rubricId}
          popupMatchSelectWidth={false}
          onChange={(value) => change({ rubricId: value })}
          options={design.rubrics.map((rubric) => ({ value: rubric.id, label: rubric.name }))}
        />
      </td>
      {quotas && (
        <td className="number">
          <OptionalCountInput
            label={`${name} ${t('round.tracks.quota')}`}
            value={quota}
            placeholder={t('round.tracks.quotaNone')}
            onChange={(value) => change({ quota: value })}
          />
        </td>
      )}
      <td>
        <ItemVerbs
          name={name}
          onMove={(by) => edit(moveTrack(design, id, by))}
          {...(design.tracks.length > 1 && { onRemove: () => edit(removeTrack(design, id)) })}
        />
      </td>
    </tr>
  );
}

/** The total beside the sum of the tracks (ruling 17). */
function TotalQuota({ editor: { design, edit } }: TracksPartProps) {
  const { t } = useTranslation('office');
  const { selection } = design.policy;
  if (selection === null) return null;
  const sum = sumQuotas(design.tracks);
  const put = (quota: number | null): void => edit(editPolicy(design, { selection: { ...selection, quota } }));
  const right = selection.quota === sum;
  return (
    <div className="round-form round-gap">
      <FieldGroup
        label={t('round.tracks.total')}
        hint={right ? <Mark tone="done">{t('round.tracks.totalRight')}</Mark> : t('round.tracks.totalHint')}
      >
        <div className="round-line">
          <OptionalCountInput
            label={t('round.tracks.total')}
            value={selection.quota}
            placeholder={t('round.tracks.quotaNone')}
            onChange={put}
          />
          {!right && (
            <Button className="round-act" onClick={() => put(sum)}>
              {t('round.tracks.useSum')}
            </Button>
          )}
        </div>
      </FieldGroup>
    </div>
  );
}
