import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../ui/field/Field.tsx';

export type Equal = { readonly id: string; readonly code: string; readonly name: string };
type OrderFieldProps = { readonly equals: readonly Equal[]; readonly onChange: (equals: readonly Equal[]) => void };

/** Equals in the order that the panel gives them, moved up and down. */
export function OrderField({ equals, onChange }: OrderFieldProps) {
  const { t } = useTranslation('office');
  const swap = (index: number, other: number): void => {
    const order = [...equals];
    const [here, there] = [equals[index], equals[other]];
    if (here === undefined || there === undefined) return;
    order[index] = there;
    order[other] = here;
    onChange(order);
  };
  return (
    <FieldGroup label={t('decisions.form.order')} hint={t('decisions.form.orderHint')}>
      <ol className="decision-order">
        {equals.map(({ id, code, name }, index) => (
          <li key={id}>
            <span>
              {code} {name}
            </span>
            <button
              type="button"
              className="button quiet icon-only"
              disabled={index === 0}
              onClick={() => swap(index, index - 1)}
            >
              <ArrowUpOutlined aria-hidden="true" />
              <span className="only-read">{t('decisions.form.up', { name })}</span>
            </button>
            <button
              type="button"
              className="button quiet icon-only"
              disabled={index === equals.length - 1}
              onClick={() => swap(index, index + 1)}
            >
              <ArrowDownOutlined aria-hidden="true" />
              <span className="only-read">{t('decisions.form.down', { name })}</span>
            </button>
          </li>
        ))}
      </ol>
    </FieldGroup>
  );
}
