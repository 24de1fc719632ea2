import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

type ItemVerbsProps = {
  /** What the buttons act on, for screen readers. */
  readonly name: string;
  readonly onMove?: (by: -1 | 1) => void;
  readonly onRemove?: () => void;
};

/** Up, down, delete: the same small buttons at the end of every line of the set-up. */
export function ItemVerbs({ name, onMove, onRemove }: ItemVerbsProps) {
  const { t } = useTranslation('office');
  return (
    <span className="round-act round-verbs">
      {onMove !== undefined && (
        <>
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={t('round.rubric.up', { name })}
            onClick={() => onMove(-1)}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={t('round.rubric.down', { name })}
            onClick={() => onMove(1)}
          />
        </>
      )}
      {onRemove !== undefined && (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('round.rubric.removeItem', { name })}
          onClick={onRemove}
        />
      )}
    </span>
  );
}
