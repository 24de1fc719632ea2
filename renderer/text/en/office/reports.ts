import type { reports as original } from '../../zh-CN/office/reports.ts';
import type { Texts } from '../../texts.ts';

export const reports: Texts<typeof original> = {
  hint: 'Exports show the data as they are now. For internal use.',
  draftTitle: 'Nothing to export yet',
  draftHint: 'Once tasks are issued and results come in, the summary and the ranked list can be exported here.',
  toTasks: 'Go to issuing',
  outstanding: '{{count}} experts have not returned; what is exported is not complete.',
  outstanding_one: '1 expert has not returned; what is exported is not complete.',
  forms: {
    summary: 'Summary of scores',
    ranking: 'Ranked list',
  },
  contents: {
    summary:
      'One line per candidate: every expert’s total, dropped scores marked, score, rank, recusals; with places to sign for recorder, checker and leader. Values are fixed, formulas beside them check them.',
    ranking:
      'By track: rank, score, spread, ground of ties, inside or outside the cut line, reserve. Not for publication.',
  },
  formats: { xlsx: 'Excel', csv: 'CSV', pdf: 'PDF' },
  formatHints: {
    xlsx: 'xlsx, set up for printing',
    csv: 'csv, for other systems',
    pdf: 'pdf, for print and circulation',
  },
  export: 'Export {{format}}',
  saved: '{{form}} was exported.',
  savedFiles: 'Exported just now',
  savedIn: 'Saved in {{place}}',
};
