import { fc } from '#test/pipeline/seeded.ts';
import { describe, expect, it } from 'vitest';
import { decideReplay, type ChainLink } from '#shared/packages/replay.ts';

const link = (seq: number, statement: string, previous: string | null = null): ChainLink => ({
  seq,
  statement,
  previous,
});
const one = link(1, 'a');
const two = link(2, 'b', 'a');
const three = link(3, 'c', 'b');

describe('a statement beside those held', () => {
  it.each<readonly [string, readonly ChainLink[], ChainLink, string]>([
    ['is the first', [], one, 'accepted'],
    ['is the first to arrive, though not the first made', [], three, 'accepted'],
    ['follows', [one], two, 'superseded'],
    ['follows with a gap', [one], three, 'superseded'],
    ['was held before', [one, two], one, 'duplicate'],
    ['is the latest one again', [one, two], two, 'duplicate'],
    ['comes after its successor', [two], one, 'stale'],
    ['comes long after', [three], one, 'stale'],
    ['has a held number with another content', [one], link(1, 'x'), 'fork'],
    ['has an old held number with another content', [one, two], link(1, 'x'), 'fork'],
    ['follows another than the one held', [one], link(2, 'b', 'x'), 'fork'],
    ['is not what its held successor followed', [two], link(1, 'x'), 'fork'],
    ['jumps, but claims to follow the one held directly', [one], link(3, 'c', 'a'), 'fork'],
  ])('%s', (_, held, offered, verdict) => {
    expect(decideReplay(held, offered)).toBe(verdict);
  });

  it('of an honest chain is never taken for a fork, in whatever order and however often it comes', () => {
    const chain = Array.from({ length: 6 }, (_, index) =>
      link(index + 1, `h${index + 1}`, index === 0 ? null : `h${index}`),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...chain), { maxLength: 20 }), (arrivals) => {
        const held: ChainLink[] = [];
        for (const arrival of arrivals) {
          const verdict = decideReplay(held, arrival);
          expect(verdict).not.toBe('fork');
          expect(verdict === 'stale').toBe(!held.includes(arrival) && held.some(({ seq }) => seq > arrival.seq));
          if (verdict === 'accepted' || verdict === 'superseded') held.push(arrival);
        }
        expect(held.map(({ seq }) => seq)).toEqual(held.map(({ seq }) => seq).toSorted((left, right) => left - right));
      }),
    );
  });
});
