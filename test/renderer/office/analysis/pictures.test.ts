import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measureAgreement } from '#shared/agreement/measure-agreement.ts';
import { testRobustness } from '#shared/agreement/test-robustness.ts';
import { at } from '#shared/base/at.ts';
import { defaultEvaluationPolicy } from '#shared/round/policy.ts';
import { breakLines, captionSvg, makeCaption, sourceOf } from '#renderer/office/analysis/caption.ts';
import { renderSvg } from '#renderer/office/analysis/chart-library.ts';
import { quoteSingly, type ChartLook } from '#renderer/office/analysis/chart-look.ts';
import { heatPicture } from '#renderer/office/analysis/heat-picture.ts';
import { contrastOn } from '#renderer/office/analysis/picture.ts';
import { bandPicture, intervalPicture } from '#renderer/office/analysis/robustness-pictures.ts';
import { value } from '../../../pipeline/make-round.ts';
import { buildInput, track } from '../../../shared/ranking/build-input.ts';

const look: ChartLook = {
  font: 'sans-serif',
  size: 13,
  ink: 'rgb(28, 31, 36)',
  soft: 'rgb(69, 74, 82)',
  line: 'rgb(221, 225, 230)',
  paper: 'rgb(255, 255, 255)',
  primary: 'rgb(9, 88, 217)',
  cut: 'rgb(158, 16, 104)',
  series: ['rgb(0, 0, 0)'],
  ramp: ['rgb(238, 240, 243)', 'rgb(0, 62, 179)'],
};
const measure = (text: string): number => [...text].reduce((sum, each) => sum + (each > '\u02ff' ? 10 : 5), 0);

const labelled = z.object({ value: z.array(z.number()), label: z.object({ color: z.string() }) });
const cellSeries = z.tuple([z.object({ data: z.array(labelled) })]).rest(z.unknown());
const barSeries = z.array(z.object({ data: z.array(z.number().nullable()) }));

describe('the caption of a saved picture', () => {
  it('breaks Chinese anywhere but before a stop, Latin between words', () => {
    expect(breakLines('一二三四五六七八九。', 90, measure)).toEqual(['一二三四五六七八', '九。']);
    expect(breakLines('the quick brown fox', 55, measure)).toEqual(['the quick', 'brown fox']);
    expect(breakLines('', 55, measure)).toEqual([]);
  });

  it('names round and track, the track only where the round does not say it', () => {
    expect(sourceOf({ title: '软件产品评审' }, { name: '工业软件' })).toBe('软件产品评审 · 工业软件');
    expect(sourceOf({ title: '示范楼宇评审' }, { name: '示范楼宇' })).toBe('示范楼宇评审');
  });

  it('is the text alternative of an SVG, and names in it stay text', () => {
    const caption = makeCaption('标题', ['<script>&"甲"'], 300, look, measure);
    const svg = captionSvg('<svg width="300" height="90"><path d="M0 0"/></svg>', 90, caption);
    expect(svg).toContain('<title>标题</title><desc>&lt;script&gt;&amp;&quot;甲&quot;</desc>');
    expect(svg).not.toContain('<script');
    expect(svg).toMatch(/<svg x="0" y="\d+" width="300" height="90">/);
  });
});

describe('a saved SVG', () => {
  it('is well-formed whatever fonts and names are called, so that every program opens it', () => {
    const printed = { ...look, font: quoteSingly('"PingFang SC", "Microsoft YaHei", sans-serif') };
    const input = buildInput({
      tracks: [track('t', 1)],
      policy: { minimumSheets: 1, selection: { quota: 1, reserve: 0, passOn: false, minimumScore: null } },
      candidates: ['A<b>&"', "B'", 'C'].map((code, index) => ({ code, sheets: [[60 + index], [70 - index], [65]] })),
    });
    const tested = at(value(testRobustness(input, { samples: 50, seed: 1 })).tracks, 0);
    const certainty = { in: '"in"', open: '<open>', out: 'out' };
    const words = { description: '', candidate: '', rank: '', ranks: '', share: '', line: '&', certainty };
    const { option, height } = intervalPicture(tested, printed, words);
    const svg = renderSvg(option, height, makeCaption('<"&>', ['甲'], 1000, printed, measure));
    expect(svg).toContain('A&lt;b&gt;&amp;');
    const marked = svg.replaceAll(/<!\[CDATA\[[^\]]*\]\]>/g, '');
    expect(marked.replaceAll(/<\/?\w+(?:\s[\w:-]+="[^"<]*")*\s*\/?>/g, '')).not.toMatch(/[<>]/);
    expect(marked).not.toMatch(/&(?!(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);)/);
  });
});

describe('pictures', () => {
  const input = buildInput({
    tracks: [track('t')],
    policy: { selection: null, evaluation: defaultEvaluationPolicy.evaluation, minimumSheets: 1 },
    candidates: [
      { code: 'A', sheets: [[95], [97], null] },
      { code: 'B', sheets: [[76], [79], [80]] },
      { code: 'C', sheets: [[20], [40], [61]] },
    ],
  });

  it('write the figure of every cell so that it can be read on its colour', () => {
    const agreement = at(value(measureAgreement(input)), 0);
    const words = { description: '', candidate: '', mean: '', outlier: '', points: '' };
    const { option } = heatPicture(agreement, new Map(), look, words);
    const [cells] = cellSeries.parse(option['series']);
    expect(cells.data).toHaveLength(8);
    for (const { value: cell, label } of cells.data)
      expect(contrastOn(look.ramp, ((cell[2] ?? 0) - 20) / 77, label.color)).toBeGreaterThan(4.4);
  });

  it('draw nothing for a band that no sample gives', () => {
    const tested = at(value(testRobustness(input, { samples: 50, seed: 1 })).tracks, 0);
    const bands = (defaultEvaluationPolicy.evaluation?.bands ?? []).map(({ name }) => name);
    const { option, table } = bandPicture(tested, bands, look, { description: '', candidate: '', axis: '' });
    const series = barSeries.parse(option['series']);
    expect(series.map(({ data }) => data[0])).toEqual([100, null, null, null]);
    expect(table.rows[0]?.slice(1)).toEqual(['100%', '0%', '0%', '0%']);
  });
});
