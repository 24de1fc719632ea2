import ColumnWidthOutlined from '@ant-design/icons/es/icons/ColumnWidthOutlined';
import MinusOutlined from '@ant-design/icons/es/icons/MinusOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import RedoOutlined from '@ant-design/icons/es/icons/RedoOutlined';
import { useRef, useState, type CSSProperties, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ToolButton } from './ToolButton.tsx';
import './image-view.css';

const [smallest, largest, stride] = [25, 800, 1.25];

/** Drags a scrolled element with the pointer. */
function usePan() {
  const from = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return;
      const { scrollLeft: left, scrollTop: top } = event.currentTarget;
      from.current = { x: event.clientX, y: event.clientY, left, top };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      if (from.current === null) return;
      event.currentTarget.scrollLeft = from.current.left - (event.clientX - from.current.x);
      event.currentTarget.scrollTop = from.current.top - (event.clientY - from.current.y);
    },
    onPointerUp: (): void => {
      from.current = null;
    },
  };
}

/** The room that a picture takes: as wide as asked for, and as high as its proportions need, lying or standing. */
function sheetStyle(percent: number, ratio: number, turns: number): CSSProperties {
  return { width: `${percent}%`, aspectRatio: turns % 2 === 0 ? ratio : 1 / ratio };
}

/** A picture of the dossier: zoom in per cent of the pane's width, pan by dragging, quarter turns. */
export function ImageView({ address, name }: { readonly address: string; readonly name: string }) {
  const { t } = useTranslation('expert');
  const [percent, setPercent] = useState(100);
  const [turns, setTurns] = useState(0);
  const [ratio, setRatio] = useState(1);
  const [broken, setBroken] = useState(false);
  const pan = usePan();
  const zoom = (factor: number): void =>
    setPercent((before) => Math.round(Math.min(largest, Math.max(smallest, before * factor))));
  if (broken) return <EmptyState title={t('dossier.unreadable')} hint={t('dossier.unreadableHint')} />;
  return (
    <div className="image-view">
      <section
        className="image-frame"
        data-dossier-scroll
        // Scrolled by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={name}
        {...pan}
        onWheel={(event) => event.ctrlKey && zoom(event.deltaY < 0 ? stride : 1 / stride)}
      >
        <div className="image-sheet" data-turns={turns} style={sheetStyle(percent, ratio, turns)}>
          <img
            src={address}
            alt={name}
            draggable={false}
            onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
            onError={() => setBroken(true)}
          />
        </div>
      </section>
      <div className="dossier-tools" role="toolbar" aria-label={t('dossier.tools')}>
        <ToolButton label={t('dossier.smaller')} icon={<MinusOutlined />} onClick={() => zoom(1 / stride)} />
        <span className="tool-text tool-scale">{percent}%</span>
        <ToolButton label={t('dossier.larger')} icon={<PlusOutlined />} onClick={() => zoom(stride)} />
        <ToolButton label={t('dossier.fit')} icon={<ColumnWidthOutlined />} onClick={() => setPercent(100)} />
        <ToolButton label={t('dossier.turn')} icon={<RedoOutlined />} onClick={() => setTurns((turns + 1) % 4)} />
      </div>
    </div>
  );
}
