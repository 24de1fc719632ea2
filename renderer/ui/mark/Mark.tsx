import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/es/icons/ClockCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/es/icons/CloseCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined';
import InfoCircleOutlined from '@ant-design/icons/es/icons/InfoCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/es/icons/MinusCircleOutlined';
import SwapOutlined from '@ant-design/icons/es/icons/SwapOutlined';
import type { ComponentType, ReactNode } from 'react';
import './mark.css';

/** What a state means; each has its colour and its icon, so that neither stands alone. */
export type MarkTone = 'done' | 'waiting' | 'warned' | 'refused' | 'recused' | 'replaced' | 'plain';

const icons: Readonly<Record<MarkTone, ComponentType>> = {
  done: CheckCircleOutlined,
  waiting: ClockCircleOutlined,
  warned: ExclamationCircleOutlined,
  refused: CloseCircleOutlined,
  recused: MinusCircleOutlined,
  replaced: SwapOutlined,
  plain: InfoCircleOutlined,
};

/** A state as icon and word. */
export function Mark({ tone, children }: { readonly tone: MarkTone; readonly children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={`mark ${tone}`}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
