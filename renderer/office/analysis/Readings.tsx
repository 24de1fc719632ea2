import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined';
import InfoCircleOutlined from '@ant-design/icons/es/icons/InfoCircleOutlined';
import { useTranslation } from 'react-i18next';
import { describeReading, type Reading } from '#shared/agreement/reading.ts';
import type { Failure } from '#shared/base/result.ts';
import { useLanguage, useSentence } from '../../text/language.ts';

const icons = { good: CheckCircleOutlined, watch: ExclamationCircleOutlined, note: InfoCircleOutlined };

type ReadingsProps = {
  readonly readings: readonly Reading[];
  /** Why some figures cannot be given; said once each. */
  readonly gaps?: readonly Failure[];
};

/** What the figures mean, one sentence each. */
export function Readings({ readings, gaps = [] }: ReadingsProps) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const sentence = useSentence();
  const missing = [...new Set(gaps.map(sentence))];
  return (
    <section className="analysis-part">
      <h2>{t('analysis.readings')}</h2>
      <ul className="analysis-readings">
        {missing.map((text) => (
          <ReadingLine key={text} tone="note" text={text} />
        ))}
        {readings.map((reading) => (
          <ReadingLine key={reading.code} tone={reading.tone} text={describeReading(reading, language)} />
        ))}
      </ul>
    </section>
  );
}

function ReadingLine({ tone, text }: { readonly tone: Reading['tone']; readonly text: string }) {
  const { t } = useTranslation('office');
  const Icon = icons[tone];
  return (
    <li className={`analysis-reading ${tone}`}>
      <Icon aria-hidden="true" />
      <span>
        <span className="only-read">{t(`analysis.tones.${tone}`)}: </span>
        {text}
      </span>
    </li>
  );
}
