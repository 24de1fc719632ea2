import type { FieldDefinition, FieldType } from '../tables/field.ts';

type Words = readonly string[];
type Bounds = readonly [minimum: number, maximum: number];

/** A fact that experts see. `plausible` bounds a figure without a unit, in the field's own unit. */
export function field(
  key: string,
  zh: string,
  en: string,
  type: FieldType,
  synonyms: Words,
  plausible?: Bounds,
): FieldDefinition {
  const definition = { key, zh, en, type, synonyms, forExperts: true };
  return plausible === undefined ? definition : { ...definition, plausible };
}

/** A fact that stays with the office: contacts, sealed numbers. */
export function officeField(key: string, zh: string, en: string, type: FieldType, synonyms: Words): FieldDefinition {
  return { ...field(key, zh, en, type, synonyms), forExperts: false };
}
