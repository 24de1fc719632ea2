/**
 * The shape of a language's texts: the same keys as the Chinese ones, other words. A missing or a superfluous key does not
 * compile.
 */
export type Texts<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string ? string : Texts<Original[Key]>;
};
