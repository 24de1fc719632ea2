/**
 * The shape of a language's texts: the same keys as the Chinese ones, other words. A missing or a superfluous key does not
 * compile. A language with a singular may add `key_one` beside `key`; the text is then asked for with a `count`.
 */
export type Texts<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string ? string : Texts<Original[Key]>;
} & {
  readonly [Key in keyof Original as Original[Key] extends string ? `${Key & string}_one` : never]?: string;
};
