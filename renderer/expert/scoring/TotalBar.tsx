import LeftOutlined from '@ant-design/icons/es/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '#shared/base/points.ts';
import { rubricMaximum, type Rubric } from '#shared/round/rubric.ts';
import { listMissing, sheetTotal } from '#shared/scoring/check-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { formatScore } from '../../text/format.ts';
import { useDesk } from '../desk-context.ts';
import { decimalsOf, fieldOf } from '../standing.ts';

type TotalBarProps = {
  readonly candidateId: string;
  readonly rubric: Rubric;
  readonly sheet: Sheet | undefined;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
};

/** What is missing, as a button that goes to the first missing field. */
function MissingButton({ candidateId, rubric, sheet }: Pick<TotalBarProps, 'candidateId' | 'rubric' | 'sheet'>) {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const missing = listMissing(rubric, sheet);
  const [first] = missing;
  if (first === undefined && sheet !== undefined && sheet.state !== 'scored') {
    return <span className="total-out">{t(`standing.${sheet.state}`)}</span>;
  }
  if (first === undefined) return <span className="total-complete">{t('desk.complete')}</span>;
  return (
    <Button type="text" className="total-missing" onClick={() => desk.goTo(candidateId, fieldOf(first))}>
      {t('desk.missing', { count: missing.length })}
    </Button>
  );
}

/** 小计 61.0 / 100, what is missing, and the way to the neighbours. It stands still while the fields scroll. */
export function TotalBar({ candidateId, rubric, sheet, onPrevious, onNext }: TotalBarProps) {
  const { t } = useTranslation('expert');
  const out = sheet !== undefined && sheet.state !== 'scored';
  return (
    <footer className="total-bar">
      <p className="total">
        {t('desk.subtotal')}{' '}
        <strong>{out ? '—' : formatScore(sheet === undefined ? 0 : sheetTotal(sheet), decimalsOf(rubric))}</strong>{' '}
        <span className="total-max">/ {formatPoints(rubricMaximum(rubric))}</span>
      </p>
      <MissingButton candidateId={candidateId} rubric={rubric} sheet={sheet} />
      <div className="total-ways">
        <Button icon={<LeftOutlined />} onClick={onPrevious}>
          <span className="way-word">{t('desk.previous')}</span>
        </Button>
        <Button type="primary" icon={<RightOutlined />} iconPlacement="end" onClick={onNext}>
          {t('desk.next')}
        </Button>
      </div>
    </footer>
  );
}
