import { BarChart, BoxplotChart, CustomChart, HeatmapChart, RadarChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use as register, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { captionCanvas, captionSvg, type Caption } from './caption.ts';

// The chart library with the parts that are used here; a chunk of its own that the first picture loads.
register([
  AriaComponent,
  BarChart,
  BoxplotChart,
  CanvasRenderer,
  CustomChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  MarkLineComponent,
  RadarChart,
  RadarComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
  VisualMapComponent,
]);

/** Draws into an element, which has its size already. */
export function drawChart(element: HTMLElement, option: EChartsCoreOption): ECharts {
  const chart = init(element, null, { renderer: 'canvas' });
  chart.setOption(option);
  return chart;
}

/** Pixels of a saved picture for each of its own. */
const pixelRatio = 2;

/** The picture as SVG text, under its caption, which is its text alternative too. */
export function renderSvg(option: EChartsCoreOption, height: number, caption: Caption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: caption.width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return captionSvg(svg, height, caption);
}

/** The picture under its caption as PNG in base 64. */
export function renderPng(option: EChartsCoreOption, height: number, caption: Caption): string {
  const element = document.createElement('div');
  const chart = init(element, null, { renderer: 'canvas', width: caption.width, height });
  chart.setOption(option);
  const url = captionCanvas(chart.renderToCanvas({ pixelRatio }), pixelRatio, caption).toDataURL('image/png');
  chart.dispose();
  return url.slice(url.indexOf(',') + 1);
}
