import { fc, it } from '#test/pipeline/seeded.ts';
import { expect } from 'vitest';
import type { BoardRow } from '#shared/ranking/board.ts';
import { packTrack, unpackTrack } from '#shared/ranking/pack-board.ts';
import { rankedTrack } from '../../renderer/office/ranking/track.ts';

const figure = fc.integer({ min: 0, max: 2_000_000_000 });
const points = fc.option(fc.stringMatching(/^\d{1,3}\.\d{2}$/));
const text = fc.string({ unit: 'grapheme' }).map((any) => any.replaceAll('\u0000', ' '));
const word = fc.constantFrom('selected', 'below', 'undecided', 'vetoed', 'no-score', 'band:优秀');
const rule = fc.constantFrom('total', 'shared', 'decision', 'category:a', 'criterion:b');

const row: fc.Arbitrary<BoardRow> = fc.record({
  rank: fc.option(fc.integer({ min: 1, max: 200_000 })),
  candidateId: fc.uuid(),
  code: text,
  name: text,
  unit: text,
  score: points,
  exact: points,
  sheets: figure,
  trimmed: figure,
  status: word,
  across: fc.constantFrom(null, 'cut-line', 'reserve-end'),
  tie: fc.option(rule),
  spread: fc.option(fc.record({ hundredths: figure, reReviewAdvised: fc.boolean() })),
  range: fc.option(fc.record({ lowest: figure, highest: figure })),
  veto: fc.option(
    fc.oneof(
      fc.record({ by: fc.constant('staff'), gateId: fc.option(text), reason: text }),
      fc.record({ by: fc.constant('experts'), gateIds: fc.array(text) }),
    ),
  ),
  fraudFlags: figure,
});

it.prop([fc.array(row, { maxLength: 30 })])('a track comes out of its packing as it went in', (rows) => {
  const track = rankedTrack({ rows });
  expect(unpackTrack(structuredClone(packTrack(track)))).toEqual(track);
});
