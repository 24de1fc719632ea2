import { useMemo } from 'react';
import { useAppearance } from '../../ui/theme/appearance.ts';
import { withTokens } from '../../ui/theme/read-tokens.ts';

/** Colours and sizes of pictures, from the tokens as they hold now. */
export type ChartLook = {
  readonly font: string;
  /** Pixels of the small text. */
  readonly size: number;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  readonly primary: string;
  readonly cut: string;
  /** Told apart by colour-blind readers and in print, where patterns and shapes help. */
  readonly series: readonly string[];
  /** From hardly any contrast with the ground to much: order shows without colours. */
  readonly ramp: readonly [string, string];
};

/** Font names in single quotes: in an SVG they stand inside double ones, where others would break it. */
export function quoteSingly(fonts: string): string {
  return fonts.replaceAll('"', "'");
}

/** Reads the look of the screen; `print`: light ground and normal text, for pictures that leave the program. */
export function readChartLook(print = false): ChartLook {
  return withTokens(
    ({ colour, pixels, text }) => ({
      font: quoteSingly(text('font')),
      size: print ? 13 : pixels('text-small'),
      ink: colour('ink'),
      soft: colour('ink-soft'),
      line: colour('line'),
      paper: colour('paper'),
      primary: colour('primary'),
      cut: colour('cut-line'),
      series: [1, 2, 3, 4, 5, 6, 7].map((number) => colour(`chart-${number}`)),
      ramp: [colour('sunken'), colour('primary-strong')],
    }),
    print ? 'light' : undefined,
  );
}

/** The look of the screen, read again when theme or text size change. */
export function useChartLook(): ChartLook {
  const generation = useAppearance((appearance) => appearance.generation);
  // oxlint-disable-next-line react/exhaustive-deps -- the generation says that the tokens changed
  return useMemo(() => readChartLook(), [generation]);
}
