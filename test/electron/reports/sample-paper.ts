import PizZip from 'pizzip';
import { builtInTemplate, documentData, documentNames } from '#electron/reports/documents.ts';
import { fillDocx } from '#electron/reports/fill-docx.ts';
import { isPaperForm, printPaper } from '#electron/reports/paper-pages.ts';
import type { SheetChoice } from '#electron/reports/sheet-data.ts';
import type { PaperSheet, PaperSource } from '#electron/reports/paper-source.ts';
import { ok } from '#shared/base/result.ts';
import { noFacts, type FormFacts } from '#shared/reports/facts.ts';
import type { DocumentForm } from '#shared/reports/forms.ts';
import { sampleRound, type SampleChange } from './sample-form.ts';

/** What a document must never show unless it is about it: planted in the fields of every candidate and expert. */
export const personal = { phone: '13900139000', identity: '500101199001011234', contact: '联系人甲某' } as const;

export const facts: FormFacts = {
  ...noFacts,
  office: '重庆市经济和信息化委员会',
  documentNumber: '渝经信公示〔2026〕12号',
  basis: '《“满天星”示范楼宇管理办法》（渝经信软件〔2023〕2号）',
  dated: '2026-11-20',
  noticeFrom: '2026-11-23',
  contact: '软件和信息服务业处',
  phone: '023-63890000',
  address: '重庆市两江新区云杉南路12号',
  postcode: '401121',
  email: 'rjc@example.invalid',
  reviewedOn: '2026-11-18',
  reviewedAt: '第二会议室',
};

/** What differs from the plain sample. */
export type PaperChange = SampleChange & {
  readonly comment?: (index: number) => string;
  readonly facts?: Partial<FormFacts>;
  readonly paper?: Partial<PaperSource>;
};

/** The sample round as documents are made from it: every sheet with a comment, every field filled. */
export function samplePaper(change: PaperChange = {}): PaperSource {
  const { source, input } = sampleRound(change);
  const at = '2026-11-18T02:00:00Z';
  return {
    round: source.round,
    office: source.office,
    tracks: source.ranking.tracks,
    candidates: input.candidates.map(({ id, code, name, unit, trackId }, index) => ({
      id,
      code,
      name,
      unit,
      trackId,
      dossiers: [],
      fields: [
        { key: 'district', label: '推荐区县', value: ['渝北区', '南岸区'][index % 2] ?? '', forExperts: true },
        { key: 'contact', label: '联系人', value: personal.contact, forExperts: false },
        { key: 'phone', label: '联系电话', value: personal.phone, forExperts: false },
        { key: null, label: '证件号', value: personal.identity, forExperts: false },
      ],
    })),
    experts: source.experts.map(({ id, name }, index) => ({
      id,
      name,
      unit: `专家单位${index + 1}（示例）`,
      title: '教授',
      phone: personal.phone,
      field: '',
      avoidUnits: [],
      leader: index === 0,
      tracks: [],
    })),
    sheets: input.sheets.map((sheet, index): PaperSheet => ({
      expertId: sheet.expertId,
      statement: index.toString(16).padStart(64, '0'),
      fingerprint: 'ab'.repeat(32),
      receivedAt: at,
      sheet: {
        candidateId: sheet.candidateId,
        state: sheet.state,
        points: sheet.points,
        gates: sheet.gates,
        fraud: sheet.fraud,
        comment: change.comment?.(index) ?? '材料齐全，情况属实。',
        reason: sheet.state === 'scored' ? null : '与申报单位有合作',
        revision: 1,
        firstEditedAt: at,
        lastEditedAt: at,
      },
    })),
    conflicts: [],
    facts: { ...facts, ...change.facts },
    holidays: ok([]),
    naming: 'names',
    exportedAt: source.exportedAt,
    ...change.paper,
  };
}

const everything: SheetChoice = { expertId: null, candidateId: null };

/** A document of a sample on the built-in template. */
export async function docx(form: DocumentForm, source: PaperSource, choice = everything): Promise<Uint8Array> {
  const data = documentData(form, source, choice);
  if (!data.ok) throw new Error(`${data.error.code} ${JSON.stringify(data.error.detail ?? {})}`);
  const look = { title: documentNames[form], madeAt: source.exportedAt, builtIn: true };
  const filled = fillDocx(await builtInTemplate(form), data.value, look);
  if (filled === null) throw new Error('not filled');
  return filled;
}

/** Its printed twin. */
export function paper(form: DocumentForm, source: PaperSource, choice = everything): string {
  const data = documentData(form, source, choice);
  if (!data.ok || !isPaperForm(form)) throw new Error('no paper');
  return printPaper(form, documentNames[form], data.value);
}

/** The parts of a document by name. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(new PizZip(bytes).files).map(([name, file]) => [name, file.asText()]));
}

/** The text of a document, one paragraph a line. */
export function textOf(bytes: Uint8Array): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&apos;': "'",
    '&amp;': '&',
  };
  return (partsOf(bytes).get('word/document.xml') ?? '')
    .replaceAll('<w:br/>', '\n')
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
}
