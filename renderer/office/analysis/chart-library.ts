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

type Size = { readonly width: number; readonly height: number };

/** The picture as SVG text. */
export function renderSvg(option: EChartsCoreOption, size: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** The picture as PNG in base 64, at twice the resolution. */
export function renderPng(option: EChartsCoreOption, size: Size): string {
  const element = document.createElement('div');
  const chart = init(element, null, { renderer: 'canvas', ...size });
  chart.setOption(option);
  const url = chart.getDataURL({ type: 'png', pixelRatio: 2 });
  chart.dispose();
  return url.slice(url.indexOf(',') + 1);
}
