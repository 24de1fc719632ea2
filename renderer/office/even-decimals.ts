/** The decimals that all of these points (hundredths) need, so that a column of them stands in line. */
export function evenDecimals(points: readonly number[]): 0 | 1 | 2 {
  if (points.some((each) => each % 10 !== 0)) return 2;
  return points.some((each) => each % 100 !== 0) ? 1 : 0;
}
