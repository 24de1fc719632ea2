import { z } from 'zod';
import { idSchema, slugSchema, timeSchema } from '../base/ids.ts';
import { lineSchema } from '../base/text.ts';
import { suiteSchema } from '../packages/suite.ts';
import { modeSchema, roundDesignSchema, candidateKindSchema } from '../round/round.ts';
import { agreementCalls } from './agreement-calls.ts';
import { grantIdSchema } from './app-calls.ts';
import { call } from './call.ts';
import { officeCardCalls } from './card-calls.ts';
import { decisionCalls } from './decision-calls.ts';
import { memberCalls } from './member-calls.ts';
import type * as view from './office-views.ts';
import { receiptCalls } from './receipt-calls.ts';
import { reportCalls } from './report-calls.ts';
import { traceCalls } from './trace-calls.ts';

const roundInput = z.strictObject({ roundId: idSchema });
const passphraseSchema = z.string().min(1).max(1024);
const previewIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

export const officeCalls = {
  ...agreementCalls,
  ...decisionCalls,
  ...officeCardCalls,
  ...receiptCalls,
  ...traceCalls,
  ...memberCalls,

  createWorkspace: call<view.WorkspaceView>()(
    z.strictObject({
      folder: grantIdSchema,
      name: lineSchema(60),
      passphrase: passphraseSchema,
      suite: suiteSchema,
      /** Name of its first member, an admin. */
      memberName: lineSchema(60).optional(),
    }),
  ),
  openWorkspace: call<view.WorkspaceView>()(
    z.strictObject({ folder: grantIdSchema, passphrase: passphraseSchema, memberId: idSchema.optional() }),
  ),
  openRecentWorkspace: call<view.WorkspaceView>()(
    z.strictObject({ recentId: z.string().max(64), passphrase: passphraseSchema, memberId: idSchema.optional() }),
  ),
  /** Opens a demo workspace with one complete round of the kind, made anew when it does not exist. */
  openDemo: call<view.WorkspaceView>()(
    z.strictObject({ kind: z.enum(['building', 'product', 'talent', 'college', 'base']) }),
  ),
  /** The workspace that is open; `ipc.no-workspace` when none is. */
  getWorkspace: call<view.WorkspaceView>()(z.strictObject({})),
  closeWorkspace: call<null>()(z.strictObject({})),

  listTemplates: call<readonly view.TemplateView[]>()(z.strictObject({})),
  listRounds: call<readonly view.RoundSummary[]>()(z.strictObject({})),
  createRound: call<view.RoundView>()(
    z.strictObject({
      template: candidateKindSchema,
      title: lineSchema(120),
      mode: modeSchema,
      deadline: timeSchema.nullable(),
    }),
  ),
  getRound: call<view.RoundView>()(roundInput),
  saveRound: call<view.RoundView>()(
    z.strictObject({
      roundId: idSchema,
      title: lineSchema(120),
      deadline: timeSchema.nullable(),
      design: roundDesignSchema,
    }),
  ),
  /** Drafts only. */
  removeRound: call<null>()(roundInput),

  previewCandidates: call<view.ImportPreview>()(
    z.strictObject({ roundId: idSchema, file: grantIdSchema, trackId: slugSchema.nullable() }),
  ),
  /** Gives a held row other cell texts, by column key, and judges the sheet again. */
  mendPreviewRow: call<view.ImportPreview>()(
    z.strictObject({
      previewId: previewIdSchema,
      rowId: z.string().max(300),
      cells: z.record(z.string().max(80), z.string().max(5000)),
    }),
  ),
  /** Takes every row that is not held; all of them or, on failure, none. */
  takeCandidates: call<view.ImportOutcome>()(z.strictObject({ previewId: previewIdSchema })),
  listCandidates: call<readonly view.CandidateView[]>()(roundInput),
  /** What candidates can be found by (pinyin and initials too), by their ids. */
  listSearchTexts: call<view.SearchTextsView>()(roundInput),
  removeCandidates: call<null>()(z.strictObject({ roundId: idSchema, candidateIds: z.array(idSchema).max(100_000) })),
  attachDossiers: call<view.DossierOutcome>()(z.strictObject({ roundId: idSchema, folder: grantIdSchema })),
  removeDossier: call<null>()(
    z.strictObject({ roundId: idSchema, candidateId: idSchema, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),

  previewExperts: call<view.ImportPreview>()(z.strictObject({ roundId: idSchema, file: grantIdSchema })),
  takeExperts: call<view.ImportOutcome>()(z.strictObject({ previewId: previewIdSchema })),
  listExperts: call<readonly view.ExpertView[]>()(roundInput),
  removeExperts: call<null>()(z.strictObject({ roundId: idSchema, expertIds: z.array(idSchema).max(10_000) })),

  getAssignment: call<view.AssignmentView>()(roundInput),
  setConflict: call<view.AssignmentView>()(
    z.strictObject({
      roundId: idSchema,
      expertId: idSchema,
      candidateId: idSchema,
      conflict: z.boolean(),
      note: lineSchema(500, 0),
    }),
  ),
  assignExperts: call<view.AssignmentView>()(
    z.strictObject({
      roundId: idSchema,
      perCandidate: z.union([z.int().min(1).max(1000), z.literal('all')]),
      seed: z
        .int()
        .min(0)
        .max(2 ** 31 - 1),
    }),
  ),

  issueTasks: call<view.IssueOutcome>()(z.strictObject({ roundId: idSchema, folder: grantIdSchema })),
  listIssuedTasks: call<readonly view.IssuedTask[]>()(roundInput),

  importResults: call<readonly view.IntakeEntry[]>()(
    z.strictObject({ files: z.array(grantIdSchema).min(1).max(10_000) }),
  ),
  listIntake: call<readonly view.IntakeEntry[]>()(roundInput),
  getProgress: call<view.ProgressView>()(roundInput),

  rankRound: call<view.PackedRankingView>()(roundInput),
  getCandidateSheets: call<view.CandidateSheetsView>()(z.strictObject({ roundId: idSchema, candidateId: idSchema })),
  ...reportCalls,
};
