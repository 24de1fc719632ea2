import { z } from 'zod';

/** Acts of the office on a round, its people and its files. */
type RoundEvent =
  | { readonly event: 'round-created' | 'round-saved' | 'round-removed'; readonly body: { readonly roundId: string } }
  | {
      readonly event:
        | 'candidates-taken'
        | 'experts-taken'
        | 'candidates-removed'
        | 'experts-removed'
        | 'dossiers-attached'
        | 'dossier-removed';
      readonly body: { readonly roundId: string; readonly count: number };
    }
  | {
      readonly event: 'conflict-declared' | 'conflict-withdrawn';
      readonly body: { readonly roundId: string; readonly expertId: string; readonly candidateId: string };
    }
  | {
      readonly event: 'experts-assigned';
      readonly body: { readonly roundId: string; readonly perCandidate: number | 'all'; readonly seed: number };
    }
  | {
      readonly event: 'decision-recorded';
      readonly body: { readonly roundId: string; readonly decisionId: string; readonly kind: string };
    }
  | {
      readonly event: 'round-locked' | 'round-reopened';
      readonly body: { readonly roundId: string; readonly statement: string };
    }
  | { readonly event: 'form-exported'; readonly body: { readonly roundId: string; readonly form: string } }
  | {
      readonly event: 'picture-saved';
      readonly body: { readonly roundId: string; readonly picture: string; readonly format: string };
    }
  | { readonly event: 'form-facts-saved'; readonly body: { readonly roundId: string } };

/** Packages on their way between the two sides, as the office sees them. */
type PackageEvent =
  | {
      readonly event: 'task-issued';
      readonly body: { readonly roundId: string; readonly expertId: string; readonly statement: string };
    }
  | {
      readonly event: 'package-received';
      readonly body: {
        readonly verdict: string;
        readonly code: string | null;
        readonly statement: string | null;
        readonly roundId: string | null;
        readonly expertId: string | null;
        readonly seq: number | null;
      };
    }
  | {
      readonly event: 'receipt-issued';
      readonly body: {
        readonly roundId: string;
        readonly expertId: string;
        readonly statement: string;
        readonly resultStatement: string;
        readonly verdict: string;
        readonly code: string | null;
      };
    };

/** The workspace itself and its 留痕. */
type WorkspaceEvent =
  | { readonly event: 'workspace-created'; readonly body: { readonly name: string; readonly fingerprint?: string } }
  | { readonly event: 'holidays-saved'; readonly body: { readonly years: string } }
  | { readonly event: 'form-template-set'; readonly body: { readonly form: string; readonly sha256: string } }
  | { readonly event: 'form-template-removed'; readonly body: { readonly form: string } }
  | { readonly event: 'roster-signed'; readonly body: { readonly seq: number; readonly statement: string } }
  | { readonly event: 'workspace-unlocked' | 'passphrase-changed'; readonly body: Readonly<Record<string, never>> }
  | { readonly event: 'unlock-refused'; readonly body: { readonly code: string } }
  | {
      readonly event: 'head-signed';
      readonly body: { readonly entries: number; readonly head: string; readonly occasion: HeadOccasion };
    }
  | { readonly event: 'trace-exported'; readonly body: { readonly format: string; readonly entries: number } };

/** Acts of an expert on his machine; what he scored is not in them. */
type ExpertEvent =
  | { readonly event: 'card-made'; readonly body: { readonly statement: string } }
  | { readonly event: 'keys-renewed'; readonly body: { readonly fingerprint: string; readonly cause: string } }
  | { readonly event: 'task-opened' | 'task-removed'; readonly body: { readonly statement: string } }
  | {
      readonly event: 'sheet-edited';
      readonly body: { readonly taskId: string; readonly candidateId: string; readonly what: string; revision: number };
    }
  | {
      readonly event: 'scores-read' | 'sheets-carried';
      readonly body: { readonly taskId: string; readonly count: number };
    }
  | {
      readonly event: 'candidate-starred' | 'candidate-unstarred';
      readonly body: { readonly taskId: string; readonly candidateId: string };
    }
  | { readonly event: 'result-submitted'; readonly body: { readonly statement: string; readonly seq: number } }
  | {
      readonly event: 'receipt-opened';
      readonly body: { readonly statement: string; readonly resultStatement: string; readonly verdict: string };
    }
  | { readonly event: 'home-unlocked' | 'home-passphrase-changed'; readonly body: Readonly<Record<string, never>> }
  | { readonly event: 'home-unlock-refused'; readonly body: { readonly code: string } }
  | { readonly event: 'receipt-refused'; readonly body: { readonly code: string } };

/** What happened, as plain data; never scores in words, personal fields or secrets. */
export type TraceEvent =
  | RoundEvent
  | PackageEvent
  | WorkspaceEvent
  | ExpertEvent
  /** Noted by the log itself, before the entry that carries the earlier time. */
  | { readonly event: 'clock-moved-back'; readonly body: { readonly from: string; readonly to: string } };
export type TraceEventName = TraceEvent['event'];

/** When a head was signed: by an act that it closes, or because somebody asked for it. */
export const headOccasions = ['issue', 'lock', 'export', 'receipts', 'asked'] as const;
export type HeadOccasion = (typeof headOccasions)[number];

/** Whether the act came from a window or from `mtx`. */
const viaSchema = z.enum(['window', 'command-line']);

/** Who acted: a member of the office, an expert on his machine, or `mtx` with nobody signed in. */
export const traceActorSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('member'),
    id: z.string().max(64),
    name: z.string().max(200),
    role: z.string().max(40),
    via: viaSchema,
  }),
  z.strictObject({ kind: z.literal('expert'), id: z.string().max(64), via: viaSchema }),
  z.strictObject({ kind: z.literal('command-line') }),
]);
export type TraceActor = z.infer<typeof traceActorSchema>;
