/**
 * How a field's cells are read.
 * line, text: words; code: letters and digits that must not lose any; count, area (㎡), money (万元), percent: numbers;
 * date: month or day; yes-no; list: several names; identity: 证件号, sealed.
 */
export type FieldType =
  | 'line'
  | 'text'
  | 'code'
  | 'count'
  | 'area'
  | 'money'
  | 'percent'
  | 'date'
  | 'yes-no'
  | 'list'
  | 'identity';

/** One field that an import knows. */
export type FieldDefinition = {
  /** Stable; in packages and on the command line. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly type: FieldType;
  /** Headers that mean it, besides `zh`, as offices write them; compared without spaces, brackets and units. */
  readonly synonyms: readonly string[];
  /** Goes into task packages unless the admin says otherwise. */
  readonly forExperts: boolean;
  /** A figure without any unit outside these bounds (in the default unit) is flagged as implausible. */
  readonly plausible?: readonly [minimum: number, maximum: number];
};

const labelUnits: Readonly<Partial<Record<FieldType, string>>> = { area: '㎡', money: '万元', percent: '%' };

/** The Chinese label with the unit its values are kept in: 建筑面积（㎡）. */
export function fieldLabel({ zh, type }: FieldDefinition): string {
  const unit = labelUnits[type];
  return unit === undefined ? zh : `${zh}（${unit}）`;
}

/** Whether values of the type are kept as plain decimal numbers. */
export function isNumeric(type: FieldType): type is NumericType {
  return type === 'count' || type === 'area' || type === 'money' || type === 'percent';
}

export type NumericType = 'count' | 'area' | 'money' | 'percent';
