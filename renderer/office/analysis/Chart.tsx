import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureFormat, PictureKind } from '#shared/ipc/agreement-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import { readChartLook, useChartLook, type ChartLook } from './chart-look.ts';
import { makeCaption } from './caption.ts';
import type { Picture, PictureTable } from './picture.ts';

type ChartProps = {
  readonly roundId: string;
  /** The round and the track whose figures these are, for a picture that leaves the program. */
  readonly source: string;
  /** Which picture it is, for the log. */
  readonly kind: PictureKind;
  /** What can be seen, for those who cannot see it. */
  readonly description: string;
  /** Stable as long as what is drawn stays the same. */
  readonly build: (look: ChartLook) => Picture;
  /** Choices about the picture, beside its verbs. */
  readonly children?: ReactNode;
};

/** Pixels of a saved picture's width. */
const savedWidth = 1000;

/** A picture with its table, to be looked at, read, or saved. */
export function Chart({ roundId, source, kind, description, build, children }: ChartProps) {
  const { t } = useTranslation('office');
  const look = useChartLook();
  const picture = useMemo(() => build(look), [build, look]);
  const title = t(`analysis.pictures.${kind}`);
  const [asTable, setAsTable] = useState(false);
  const save = useAction(bridge.savePicture);

  async function saveAs(format: PictureFormat): Promise<void> {
    const library = await import('./chart-library.ts');
    const look = readChartLook(true);
    const { option, height } = build(look);
    const caption = makeCaption(title, [source, description], savedWidth, look, measureText);
    const render = format === 'png' ? library.renderPng : library.renderSvg;
    const content = render(option, height, caption);
    const file = await save.run({ roundId, picture: kind, name: title, format, content });
    if (file !== null) noticeDone(t('analysis.saved', { name: file.name }));
  }

  return (
    <figure className="analysis-chart">
      <figcaption>
        <h2>{title}</h2>
        <div className="analysis-verbs">
          {children}
          <Button size="small" onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
            {asTable ? t('analysis.showPicture') : t('analysis.showTable')}
          </Button>
          <Button size="small" disabled={save.busy} onClick={() => void saveAs('png')}>
            {t('analysis.savePng')}
          </Button>
          <Button size="small" disabled={save.busy} onClick={() => void saveAs('svg')}>
            {t('analysis.saveSvg')}
          </Button>
        </div>
      </figcaption>
      {save.failure !== null && <ErrorPanel failure={save.failure} />}
      {asTable ? (
        <PictureAsTable title={title} table={picture.table} />
      ) : (
        <Canvas picture={picture} description={description} />
      )}
    </figure>
  );
}

function measureText(text: string, font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 0;
  context.font = font;
  return context.measureText(text).width;
}

/** Draws with the chart library, which is loaded with the first picture. */
function Canvas({ picture, description }: { readonly picture: Picture; readonly description: string }) {
  const place = useRef<HTMLDivElement>(null);
  const { option, height } = picture;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let clear = (): void => undefined;
    let gone = false;
    void import('./chart-library.ts').then(({ drawChart }) => {
      if (gone) return;
      const chart = drawChart(element, option);
      const watcher = new ResizeObserver(() => chart.resize());
      watcher.observe(element);
      clear = () => {
        watcher.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      clear();
    };
  }, [option]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the library draws a canvas into it
  return <div ref={place} className="analysis-canvas" role="img" aria-label={description} style={{ height }} />;
}

function PictureAsTable({ title, table }: { readonly title: string; readonly table: PictureTable }) {
  return (
    <div className="analysis-wide" ref={focusWhenScrolling}>
      <table className="office-table analysis-table" aria-label={title}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} scope="col" className={index === 0 ? '' : 'number'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={table.columns[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[index]} className="number">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
