/** Reads tokens of tokens.css as they hold now: colours resolved for the theme, lengths in pixels. */
export type TokenReader = {
  /** A colour as `rgb(…)`, for a token that is a colour. */
  readonly colour: (name: string) => string;
  /** Pixels, for a token that is a length in px. */
  readonly pixels: (name: string) => number;
  /** The token as written. */
  readonly text: (name: string) => string;
};

/**
 * Runs `read` with a reader. `light-dark()` is resolved by an element that wears the colour for a moment.
 * @param scheme the ground to resolve for; without it the one on the screen
 */
export function withTokens<Value>(read: (tokens: TokenReader) => Value, scheme?: 'light' | 'dark'): Value {
  const probe = document.createElement('span');
  if (scheme !== undefined) probe.style.colorScheme = `only ${scheme}`;
  document.body.append(probe);
  const root = getComputedStyle(document.documentElement);
  const worn = getComputedStyle(probe);
  const text = (name: string): string => root.getPropertyValue(`--${name}`).trim();
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return worn.color;
  };
  const value = read({ colour, pixels: (name) => Number.parseFloat(text(name)), text });
  probe.remove();
  return value;
}
