import { fail, ok, type Result } from '#shared/base/result.ts';
import { listCandidates } from '#shared/ranking/columns.ts';
import type { Language } from '#shared/base/sentence.ts';
import type { TrackAgreement } from '#shared/agreement/agreement.ts';
import { describeReading, type Reading } from '#shared/agreement/reading.ts';
import { readAgreement, readExperts, readSheets, type Names } from '#shared/agreement/read-agreement.ts';
import { readRobustness } from '#shared/agreement/read-robustness.ts';
import type { Robustness, TrackRobustness } from '#shared/agreement/robustness.ts';
import { describeFailure } from '#shared/text/sentences.ts';
import { getAgreement, getRobustness } from '../agreement/analyse-round.ts';
import { criterionNames, loadAnalysis, type AnalysisInput } from '../agreement/load-analysis.ts';
import type { CommandContext, Run } from './command.ts';
import { describeFigures, type FigureNames } from './agreement-figures.ts';
import { optionalText, textOption, wholeNumber } from './options.ts';
import { withWorkspace } from './workspace.ts';

/** `mtx agreement`: readings first, figures second. */
export const run: Run = (input, context) =>
  withWorkspace(input, context, async (workspace) => {
    const { options } = input;
    const samples = wholeNumber(options, 'samples', { min: 50, max: 100_000 }, 1000);
    if (!samples.ok) return samples;
    const seed = wholeNumber(options, 'seed', { min: 0, max: 2 ** 31 - 1 }, 1);
    if (!seed.ok) return seed;
    const roundId = textOption(options, 'round');
    const loaded = loadAnalysis(workspace, { roundId });
    if (!loaded.ok) return loaded;
    const chosen = chooseTracks(loaded.value, optionalText(options, 'track'));
    if (!chosen.ok) return chosen;
    const analysed = await analyse(loaded.value, { samples: samples.value, seed: seed.value }, context);
    if (!analysed.ok) return analysed;
    const { agreement, robustness } = analysed.value;
    const tracks = agreement
      .map((track, index) => describeTrack(loaded.value, track, robustness.tracks[index], robustness))
      .filter(({ json }) => chosen.value.has(json.track));
    return ok({
      json: { roundId, seed: robustness.seed, samples: robustness.samples, tracks: tracks.map(({ json }) => json) },
      text: [loaded.value.round.title, ...tracks.flatMap((track) => sayTrack(track, context.language))].join('\n'),
      exit: 0,
    });
  });

function chooseTracks({ input }: AnalysisInput, named: string | undefined): Result<ReadonlySet<string>> {
  const ids = input.tracks.filter(({ id, name }) => named === undefined || id === named || name === named);
  if (ids.length === 0)
    return fail('cli.choice', {
      option: 'track',
      choices: input.tracks.map(({ id, name }) => `${id} ${name}`).join(' | '),
    });
  return ok(new Set(ids.map(({ id }) => id)));
}

type Analysed = { readonly agreement: readonly TrackAgreement[]; readonly robustness: Robustness };

async function analyse(
  { input, round }: AnalysisInput,
  options: { readonly samples: number; readonly seed: number },
  context: CommandContext,
): Promise<Result<Analysed>> {
  if (listCandidates(input).length === 0) return fail('round.no-candidates', { title: round.title });
  const tools = { worker: context.analysisWorker, progress: context.progress, signal: new AbortController().signal };
  const [agreement, robustness] = await Promise.all([
    getAgreement(input, { ...tools, progress: () => undefined }),
    getRobustness(input, options, tools),
  ]);
  if (!agreement.ok) return agreement;
  return robustness.ok ? ok({ agreement: agreement.value, robustness: robustness.value }) : robustness;
}

type Described = {
  readonly json: Omit<TrackAgreement, 'trackId'> & {
    readonly track: string;
    readonly robustness: TrackRobustness | null;
    readonly readings: readonly (Reading & { readonly zh: string; readonly en: string })[];
  };
  readonly readings: readonly Reading[];
  readonly agreement: TrackAgreement;
  readonly names: FigureNames;
};

function describeTrack(
  { input, experts }: AnalysisInput,
  agreement: TrackAgreement,
  robustness: TrackRobustness | undefined,
  drawn: Pick<Robustness, 'samples' | 'seed'>,
): Described {
  const names: Names = new Map(experts.map(({ id, name }) => [id, name]));
  const criteria = criterionNames(input, agreement.trackId);
  const readings = [
    ...readAgreement(agreement),
    ...readExperts(agreement, names),
    ...readSheets(agreement),
    ...(robustness === undefined ? [] : readRobustness(robustness, drawn, names, criteria)),
  ];
  const { trackId: track, ...figures } = agreement;
  return {
    json: {
      track,
      ...figures,
      robustness: robustness ?? null,
      readings: readings.map((reading) => ({
        ...reading,
        zh: describeReading(reading, 'zh-CN'),
        en: describeReading(reading, 'en'),
      })),
    },
    readings,
    agreement,
    names: { experts: names, criteria },
  };
}

function sayTrack({ json, readings, agreement, names }: Described, language: Language): string[] {
  const { icc, concordance, alpha } = agreement;
  const gaps = [icc, concordance, alpha].flatMap((figure) =>
    figure.ok ? [] : [describeFailure(figure.error, language)],
  );
  return [
    '',
    json.name,
    ...new Set(gaps.map((gap) => `  · ${gap}`)),
    ...readings.map((reading) => `  ${reading.tone === 'watch' ? '!' : '·'} ${describeReading(reading, language)}`),
    ...describeFigures(json, names, language).map((line) => `    ${line}`),
  ];
}
