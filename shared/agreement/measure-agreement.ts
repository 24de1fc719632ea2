import { at } from '../base/at.ts';
import { ok, type Result } from '../base/result.ts';
import { candidateAt } from '../ranking/entrant.ts';
import { countOf, gatherFields, sumCategory, type Field } from '../ranking/gather.ts';
import type { RankingInput } from '../ranking/ranking.ts';
import type { RankingCode } from '../ranking/sentences.ts';
import type { Category, Criterion } from '../round/rubric.ts';
import type { CriterionAgreement, PicturedCandidate, TrackAgreement } from './agreement.ts';
import { profileExperts } from './experts.ts';
import { intraclassCorrelation } from './icc.ts';
import { kendallsW } from './kendall.ts';
import { krippendorffsAlpha } from './krippendorff.ts';
import { mean, sum } from './moments.ts';
import { findOutliers } from './outliers.ts';
import { criterionTable, scoredEntrants, totalsTable, type ScoreTable } from './score-table.ts';

/** Cells that pictures can still show. */
const drawable = 200_000;

/** How far experts agree, track by track. Sheets that the ranking does not count (recused, abstained, void) stay out. */
export function measureAgreement(input: RankingInput): Result<TrackAgreement[], RankingCode> {
  const fields = gatherFields(input);
  return fields.ok ? ok(fields.value.map(measureTrack)) : fields;
}

function measureTrack(field: Field): TrackAgreement {
  const table = totalsTable(field);
  const sheets = sum(table.rows.map((row) => row.filter((value) => value !== null).length));
  const cells = table.rows.length * table.expertIds.length;
  const experts = profileExperts(table, field.maximum);
  return {
    trackId: field.track.id,
    name: field.track.name,
    maximum: field.maximum,
    sheets,
    filled: cells === 0 ? 0 : sheets / cells,
    parts: new Set(experts.map(({ part }) => part)).size,
    icc: intraclassCorrelation(table),
    concordance: kendallsW(table),
    alpha: krippendorffsAlpha(table),
    criteria: field.rubric.categories.flatMap((category) =>
      category.criteria.flatMap((criterion) => measureCriterion(field, category, criterion)),
    ),
    experts,
    ...findOutliers(table, field.maximum),
    categories: field.rubric.categories.map(({ id, name, criteria }) => ({
      id,
      name,
      max: sum(criteria.map(({ max }) => max)),
    })),
    candidates: cells > drawable ? null : pictureCandidates(field, table),
  };
}

function measureCriterion(field: Field, category: Category, criterion: Criterion): CriterionAgreement[] {
  const table = criterionTable(
    field,
    field.criteria.findIndex(({ id }) => id === criterion.id),
  );
  const rows = table.rows.map((row) => row.flatMap((value) => value ?? []));
  const values = rows.flat();
  if (values.length === 0) return [];
  const squares = rows.filter((row) => row.length > 1).flatMap((row) => row.map((value) => (value - mean(row)) ** 2));
  return [
    {
      criterionId: criterion.id,
      name: criterion.name,
      category: category.name,
      max: criterion.max,
      mean: mean(values),
      disagreement: squares.length === 0 ? null : Math.sqrt(mean(squares)) / criterion.max,
      full: values.filter((value) => value === criterion.max).length / values.length,
      alpha: krippendorffsAlpha(table),
      icc: intraclassCorrelation(table),
    },
  ];
}

/** Rows of the table are the entrants with a valid sheet, in their order. */
function pictureCandidates(field: Field, table: ScoreTable): PicturedCandidate[] {
  return scoredEntrants(field).map((entrant, row) => {
    const { id: candidateId, code, name } = candidateAt(field, entrant);
    return {
      candidateId,
      code,
      name,
      totals: at(table.rows, row),
      profile: field.rubric.categories.map(
        (_, category) => sumCategory(field, entrant, category) / countOf(field, entrant),
      ),
    };
  });
}
