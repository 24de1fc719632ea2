import { z } from 'zod';

// Control characters other than line feed; a carriage return is one of them.
const controlCharacters = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/**
 * Text as packages carry it: NFC, no control characters except LF.
 * @param maximum characters (UTF-16 units)
 */
export function textSchema(maximum: number, minimum = 0): z.ZodType<string> {
  return z
    .string()
    .min(minimum)
    .max(maximum)
    .refine((text) => text === text.normalize('NFC'), 'not NFC')
    .refine((text) => !controlCharacters.test(text), 'control character');
}

/** One line of text: as `textSchema`, without line feeds. */
export function lineSchema(maximum: number, minimum = 1): z.ZodType<string> {
  return textSchema(maximum, minimum).refine((text) => !text.includes('\n'), 'line feed');
}

/** Makes any text fit `textSchema`: NFC, line ends as LF, tabs as spaces, other control characters dropped. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
