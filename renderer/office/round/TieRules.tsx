import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TieLink } from '#shared/round/policy.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import type { PolicyProps } from './PolicyPart.tsx';
import { listChoices, moveLink, nameLink, type TieGroup } from './tie-links.ts';

const groups: readonly TieGroup[] = ['whole', 'category', 'criterion'];

type TieRulesProps = PolicyProps & { readonly rubrics: readonly Rubric[] };

/** 同分处理: the comparisons that part equals, in their order. */
export function TieRules({ policy: { tieChain }, change, rubrics }: TieRulesProps) {
  const { t } = useTranslation('office');
  const put = (chain: TieLink[]): void => change({ tieChain: chain });
  const word = useLinkWord();
  const choices = listChoices(tieChain, rubrics);
  return (
    <section className="round-section">
      <h2>{t('round.policy.ties')}</h2>
      <p className="office-faint">{tieChain.length === 0 ? t('round.policy.noLinks') : t('round.policy.tiesHint')}</p>
      <ol className="round-links">
        {tieChain.map((link, index) => (
          <li key={JSON.stringify(link)}>
            <span>
              {index + 1}. {word(link, nameLink(link, rubrics))}
            </span>
            <LinkVerbs
              number={index + 1}
              onMove={(by) => put(moveLink(tieChain, index, by))}
              onRemove={() => put(tieChain.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      {choices.length > 0 && tieChain.length < 10 && (
        <Select
          className="round-act round-add-link"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('round.policy.addLink')}
          placeholder={t('round.policy.addLink')}
          popupMatchSelectWidth={false}
          value={null}
          onChange={(index: number | null) => {
            const chosen = index === null ? undefined : choices[index];
            if (chosen !== undefined) put([...tieChain, chosen.link]);
          }}
          options={groups
            .filter((group) => choices.some((choice) => choice.group === group))
            .map((group) => ({
              label: t(`round.policy.linkGroups.${group}`),
              options: choices.flatMap((choice, index) =>
                choice.group === group ? [{ value: index, label: word(choice.link, choice.item) }] : [],
              ),
            }))}
        />
      )}
    </section>
  );
}

function useLinkWord(): (link: TieLink, item: string | null) => string {
  const { t } = useTranslation('office');
  return ({ by }, item) =>
    item === null ? t(`round.policy.links.${by}`) : t('round.policy.linkNamed', { name: item });
}

type LinkVerbsProps = {
  readonly number: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

function LinkVerbs({ number, onMove, onRemove }: LinkVerbsProps) {
  const { t } = useTranslation('office');
  return (
    <span className="round-act round-verbs">
      <Button
        type="text"
        icon={<ArrowUpOutlined />}
        aria-label={t('round.policy.linkUp', { number })}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined />}
        aria-label={t('round.policy.linkDown', { number })}
        onClick={() => onMove(1)}
      />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('round.policy.removeLink', { number })}
        onClick={onRemove}
      />
    </span>
  );
}
