import { z } from 'zod';

/** A day of the calendar in this century, YYYY-MM-DD. */
export const daySchema = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .refine((day) => isDay(day), 'no such day');

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
