import { analysis } from './office/analysis.ts';
import { candidates } from './office/candidates.ts';
import { decisions } from './office/decisions.ts';
import { doors } from './office/doors.ts';
import { experts } from './office/experts.ts';
import { intake } from './office/intake.ts';
import { members } from './office/members.ts';
import { overview } from './office/overview.ts';
import { preview } from './office/preview.ts';
import { progress } from './office/progress.ts';
import { ranking } from './office/ranking.ts';
import { reports } from './office/reports.ts';
import { round } from './office/round.ts';
import { shell } from './office/shell.ts';
import { tasks } from './office/tasks.ts';
import { trace } from './office/trace.ts';

/** Words of the office's side, one part per feature. */
export const office = {
  title: '评审办',
  analysis,
  candidates,
  decisions,
  doors,
  experts,
  intake,
  members,
  overview,
  preview,
  progress,
  ranking,
  reports,
  round,
  shell,
  tasks,
  trace,
} as const;
