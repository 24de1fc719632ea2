import { describe, expect, it } from 'vitest';
import {
  everything,
  fieldValue,
  fileKind,
  filterCandidates,
  isFigures,
  listFieldLabels,
} from '#renderer/office/candidates/candidate-rows.ts';
import { candidateView } from './candidate-view.ts';

const field = (label: string, value: string) => ({ key: null, label, value });
const file = { sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf', name: '申报书.pdf' };

const candidates = [
  candidateView('LY-01', { fields: [field('面积', '20000'), field('区县', '渝北区')], dossiers: [file] }),
  candidateView('LY-02', { trackId: 'car', fields: [field('面积', '1.5'), field('备注', '在建')] }),
];
const codes = (change: Partial<typeof everything>): string[] =>
  filterCandidates(candidates, { ...everything, ...change }).map(({ code }) => code);

describe('filterCandidates', () => {
  it('finds by code, name, pinyin and initials, in any case and order', () => {
    expect(codes({ search: 'ly-02' })).toEqual(['LY-02']);
    expect(codes({ search: 'DX LY' })).toEqual(['LY-01', 'LY-02']);
    expect(codes({ search: '　ＬＹ-01' })).toEqual(['LY-01']);
    expect(codes({ search: 'nobody' })).toEqual([]);
  });

  it('filters by track and by missing dossiers', () => {
    expect(codes({ trackId: 'car' })).toEqual(['LY-02']);
    expect(codes({ withoutDossier: true })).toEqual(['LY-02']);
  });
});

describe('columns of the list', () => {
  it('hold every label once, in the order of their first occurrence', () => {
    expect(listFieldLabels(candidates)).toEqual(['面积', '区县', '备注']);
    expect(candidates.map((candidate) => fieldValue(candidate, '备注'))).toEqual(['', '在建']);
  });

  it('stand on the right when all their values are figures', () => {
    expect(isFigures(candidates, '面积')).toBe(true);
    expect(isFigures(candidates, '备注')).toBe(false);
    expect(isFigures(candidates, '没有的列')).toBe(false);
  });
});

it('names kinds of files by their media type', () => {
  expect(
    [
      'application/pdf',
      'image/jpeg',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/plain',
      'application/octet-stream',
    ].map(fileKind),
  ).toEqual(['pdf', 'image', 'document', 'sheet', 'text', 'other']);
});
