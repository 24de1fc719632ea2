/** The few functions of jstat that are used here; the package brings no types of its own. */
declare module 'jstat' {
  const jstat: {
    readonly centralF: {
      /** P(F ≤ x) for `df1` and `df2` degrees of freedom, which need not be whole. */
      readonly cdf: (x: number, df1: number, df2: number) => number;
      /** The x with P(F ≤ x) = p. */
      readonly inv: (p: number, df1: number, df2: number) => number;
    };
    readonly chisquare: { readonly cdf: (x: number, df: number) => number };
  };
  export default jstat;
}
