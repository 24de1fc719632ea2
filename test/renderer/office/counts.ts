import type { RoundCounts } from '#shared/ipc/office-views.ts';

/** The counts of a round in which nothing has happened. */
export const noCounts: RoundCounts = {
  candidates: 0,
  candidatesWithoutDossier: 0,
  experts: 0,
  assignments: 0,
  tasksIssued: 0,
  expertsReturned: 0,
  sheetsIn: 0,
  packagesRefused: 0,
};
