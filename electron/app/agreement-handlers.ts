import { ok, type Result } from '#shared/base/result.ts';
import type { agreementCalls } from '#shared/ipc/agreement-calls.ts';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import { getAgreement, getRobustness } from '../agreement/analyse-round.ts';
import { loadAnalysis, type AnalysisInput } from '../agreement/load-analysis.ts';
import { readPicture, savePictureFile } from '../agreement/picture-file.ts';
import type { AnalysisTools } from '../agreement/run-job.ts';
import { makeFileName } from '../base/file-names.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';
import { reportProgress } from './report-progress.ts';

/** Calls of 分析. The workspace is read first and free again while the worker thread works. */
export function makeAgreementHandlers(host: Host): HandlersOf<typeof agreementCalls> {
  const running = new Set<AbortController>();
  const analyse = async <Value>(
    what: 'getAgreement' | 'testRobustness',
    roundId: string,
    act: (loaded: AnalysisInput, tools: AnalysisTools) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const loaded = await host.desk.atWorkspace((workspace) => loadAnalysis(workspace, { roundId }));
    if (!loaded.ok) return loaded;
    const stop = new AbortController();
    running.add(stop);
    const tools = { worker: host.folders.analysisWorker, progress: reportProgress(host, what), signal: stop.signal };
    return act(loaded.value, tools).finally(() => running.delete(stop));
  };
  return {
    getAgreement: ({ roundId }) =>
      analyse('getAgreement', roundId, async ({ input, experts }, tools) => {
        const tracks = await getAgreement(input, tools);
        return tracks.ok ? ok({ tracks: tracks.value, experts }) : tracks;
      }),
    testRobustness: ({ roundId, ...options }) =>
      analyse('testRobustness', roundId, ({ input }, tools) => getRobustness(input, options, tools)),
    stopAnalysis: () => {
      for (const stop of running) stop.abort();
      return ok(null);
    },
    savePicture: (input) => savePicture(host, input),
  };
}

async function savePicture(
  { desk, dialogs, savedFiles }: Host,
  { name, format, content, ...which }: CallInput<'savePicture'>,
): Promise<Result<SavedFile | null>> {
  const bytes = readPicture(format, content);
  if (!bytes.ok) return bytes;
  const path = await dialogs.chooseTarget(makeFileName([name], `.${format}`), format);
  if (path === undefined) return ok(null);
  const file = { ...which, format, bytes: bytes.value, path };
  const written = await desk.atWorkspace((workspace) => savePictureFile(workspace, file));
  return written.ok ? ok(savedFiles.add(path)) : written;
}
