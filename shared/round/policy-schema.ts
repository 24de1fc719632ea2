import { z } from 'zod';
import { currentPolicySchema } from './policy.ts';

const about =
  '汇总规则 of the Mantianxing Review Workbench, version 2: how score sheets become a ranking. Points are hundredths ' +
  '(7500 is 75 points), shares are per cent. A file of version 1 is read too; it lacks trimUnit, weights, rankBy and trial. ' +
  'Beyond what a schema can say: texts are in NFC; trimming by sheets begins with more sheets than it drops; not both selection ' +
  'and evaluation; bands fall, end at 0 and have different names, among them vetoBand and coreItemCap; no normalisation with ' +
  'evaluation; categories, criteria and codes named are those of the round, no category weighs twice, some points are left.';

/** One line without control characters, as `lineSchema` takes it. */
const line = '^[^\\u0000-\\u001f\\u007f-\\u009f]*$';

const settings: Readonly<Record<string, string>> = {
  version: 'Version of this form of policy.',
  centre: 'Mean or median of the sheets that are kept.',
  trim: 'Drop `high` highest and `low` lowest totals of a candidate with at least `from` valid sheets.',
  trimUnit: 'What `high` and `low` count: sheets, or per cent of the valid sheets, each rounded down.',
  minimumSheets: 'Fewer valid sheets give no score (不出分).',
  weights: 'A category’s points count `percent` per cent (0–1000); categories not named count 100.',
  decimals: 'Decimals of the score shown, rounded half-up.',
  rankBy: 'Rank, grade and hold against the minimum score: the exact score, or the rounded one.',
  tieChain:
    'Comparisons of candidates with equal scores, in order, until they part: total = mean over all valid sheets before trimming; ' +
    'category = mean of a category (null: the rubric’s core category, else the one with most points); criteria = means of ' +
    'criteria in order (null: all, in rubric order); decision = the panel leader’s recorded decision.',
  gates: 'A gate vetoes when more than half of the valid sheets fail it, when any does, or by staff only.',
  normalisation:
    'none; z-score per expert; rank: the middle of the expert’s ranks as a share of the most points; expert-effect: the total ' +
    'less the expert’s least-squares effect. Normalised totals are whole millionths of a point, rounded half-up.',
  trial: 'Codes of candidates scored for practice (试评), left out with their sheets.',
  spreadPercent:
    'Re-review is advised when the highest and lowest raw total differ by more than this share of the most points.',
  selection:
    'Quota (the sum of the tracks’ quotas, or null), length of the reserve list, whether tracks pass on seats they cannot fill, ' +
    'and the least score for selection (hundredths, or null). Null: no selection.',
  evaluation:
    'Grade bands from the highest down, the last from 0; the band of a vetoed candidate; the share of its points below which a ' +
    'core item has failed, and the band above which the grade then is not. Null: no grades.',
};

/** The published JSON Schema (draft 2020-12) of a policy file, made from the schema by which policies are read. */
export function policyJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(currentPolicySchema, {
    target: 'draft-2020-12',
    // What `refine` asks does not come into a schema by itself.
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string' && jsonSchema.maxLength !== undefined) jsonSchema.pattern = line;
    },
  });
  // The settings of the schema are all there are: each gets its description from its name.
  const properties = Object.fromEntries(
    Object.entries({ ...schema.properties }).map(([name, property]) => [
      name,
      Object.assign({ description: settings[name] }, property),
    ]),
  );
  return {
    $schema,
    $id: 'urn:mantianxing:policy:2',
    title: '汇总规则 (aggregation policy)',
    description: about,
    ...schema,
    properties,
  };
}
