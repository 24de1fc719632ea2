import { compareBytes } from './order.ts';

/** Every distinct id with its place in the list sorted by bytes: cheap to compare where ids are long and many. */
export function placesOf(ids: Iterable<string>): Map<string, number> {
  return new Map([...new Set(ids)].toSorted(compareBytes).map((id, place) => [id, place]));
}
