import { z } from 'zod';

// Control characters other than line feed; a carriage return is one of them.
const controlCharacters = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

// Stream-Safe Text Format (UAX #15, section 13): at most 30 marks in a row. Sorting them takes time that grows with the
// square of their number: 400,000 of them stop a program for a minute.
const mostMarks = 30;
const markFlood = /\p{M}{31}/u;
const marksBeyond = /(\p{M}{30})\p{M}+/gu;

/** Whether a text is in NFC. One with more than 30 combining marks in a row never counts as such and costs no time. */
export function isNormalText(text: string): boolean {
  return !markFlood.test(text) && text.normalize('NFC') === text;
}

/** A text of any origin, cut to 30 combining marks in a row, so that whatever normalises it later costs no time. */
export function limitMarks(text: string): string {
  return text.length <= mostMarks ? text : text.replaceAll(marksBeyond, '$1');
}

/**
 * Text as packages carry it: NFC, no control characters except LF, at most 30 combining marks in a row.
 * @param maximum characters (UTF-16 units)
 */
export function textSchema(maximum: number, minimum = 0): z.ZodType<string> {
  return z
    .string()
    .min(minimum)
    .max(maximum)
    .refine(isNormalText, 'not NFC')
    .refine((text) => !controlCharacters.test(text), 'control character');
}

/** One line of text: as `textSchema`, without line feeds. */
export function lineSchema(maximum: number, minimum = 1): z.ZodType<string> {
  return textSchema(maximum, minimum).refine((text) => !text.includes('\n'), 'line feed');
}

/**
 * Makes any text fit `textSchema`: NFC, line ends as LF, tabs as spaces, other control characters and what exceeds 30
 * combining marks in a row dropped.
 */
export function cleanText(text: string): string {
  return limitMarks(limitMarks(text).normalize('NFC'))
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

// Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9, section 2).
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text for paper and spreadsheets: without the characters that turn the order of what stands beside them, as 倒写 does. */
export function withoutDirections(text: string): string {
  return text.replaceAll(directions, '');
}
