import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Missing } from '#shared/scoring/check-sheet.ts';
import { fieldOf } from '../standing.ts';
import { nameMissing, type Gap } from './list-gaps.ts';

type GapListProps = {
  readonly gaps: readonly Gap[];
  readonly onJump: (candidateId: string, field: string) => void;
};

/** At most this many missing things of one candidate are named; the rest is counted. */
const named = 4;

function GapLine({ gap, onJump }: { readonly gap: Gap; readonly onJump: GapListProps['onJump'] }) {
  const { t } = useTranslation('expert');
  const { candidate, rubric, missing } = gap;
  const word = (one: Missing): string => {
    if (one.what === 'reason') return t('submission.missingReason');
    return one.what === 'fraud-comment' ? t('submission.missingComment') : (nameMissing(rubric, one) ?? '');
  };
  const rest = missing.length - named;
  return (
    <li className="gap-line">
      <span className="gap-name">
        {candidate.code} {candidate.name}
      </span>
      <span className="gap-things">
        {missing.slice(0, named).map((one) => (
          <Button key={fieldOf(one)} type="link" onClick={() => onJump(candidate.id, fieldOf(one))}>
            {word(one)}
          </Button>
        ))}
        {rest > 0 && <span>{t('submission.more', { count: rest })}</span>}
      </span>
    </li>
  );
}

/** What is missing, candidate by candidate; each thing leads to its field. */
export function GapList({ gaps, onJump }: GapListProps) {
  return (
    <ul className="gap-list">
      {gaps.map((gap) => (
        <GapLine key={gap.candidate.id} gap={gap} onJump={onJump} />
      ))}
    </ul>
  );
}
