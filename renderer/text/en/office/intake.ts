import type { intake as original } from '../../zh-CN/office/intake.ts';
import type { Texts } from '../../texts.ts';

export const intake: Texts<typeof original> = {
  hint: '{{returned}} of {{issued}} experts have returned',
  notIssued: 'The task packages have not been issued; there is nothing to collect yet.',
  dropTitle: 'Drop result packages or a whole folder here',
  dropHint:
    'Many at once are fine; folders are searched with all their subfolders. Each package is verified step by step and counts only when it is sound; the same one twice counts once.',
  chooseFiles: 'Choose result packages',
  chooseFolder: 'Choose a folder',
  working: 'Verifying…',
  summary: '{{count}} packages this time',
  summary_one: '1 package this time',
  summaryNone: 'There is no result package (.mtxresult) there. Nothing was changed. Choose again.',
  counts: {
    accepted: '{{count}} accepted',
    superseded: '{{count}} corrected',
    duplicate: '{{count}} duplicate',
    refused: '{{count}} refused',
  },
  filterLabel: 'Packages shown',
  filters: { all: 'All', latest: 'This time', refused: 'Refused' },
  grid: 'Packages received',
  emptyTitle: 'No result packages yet',
  emptyFilter: 'No such packages',
  verdict: 'Verdict',
  expert: 'Expert',
  unknownExpert: 'Unknown',
  reason: 'What happened',
  file: 'File',
  sheets: 'Sheets',
  seq: 'Submission',
  receivedAt: 'Received',
  sentences: {
    accepted: 'Verified and counted.',
    superseded: 'A correction (submission {{seq}}), verified; it replaces the expert’s earlier result, which is kept.',
    duplicate: 'The same package was received before; it counts once.',
  },
  otherRound: 'Of another round',
};
