import { analysis } from './office/analysis.ts';
import type { office as original } from '../zh-CN/office.ts';
import type { Texts } from '../texts.ts';
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

export const office: Texts<typeof original> = {
  title: 'Review office',
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
};
