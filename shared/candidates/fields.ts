import type { CandidateKind } from '../round/round.ts';
import type { FieldDefinition } from '../tables/field.ts';
import { baseFields } from './base-fields.ts';
import { buildingFields } from './building-fields.ts';
import { collegeFields } from './college-fields.ts';
import { officeField } from './define-field.ts';
import { closingFields, nameField, openingFields } from './general-fields.ts';
import { productFields } from './product-fields.ts';
import { talentFields } from './talent-fields.ts';

/** Columns that stand in for a missing 申报单位, in this order (rulings for imports). */
export const unitStandIns = ['employer', 'school', 'hostUnit', 'operator'] as const;

const serialField = officeField('serial', '序号', 'Serial number', 'code', ['序', '顺序号', '行号', 'no', '№', '号']);

/** All columns that an import of the kind knows, in the order of the sheet the office gets as a model. */
export function listFields(kind: CandidateKind): readonly FieldDefinition[] {
  return [...openingFields(nameField(kind)), ...fieldsOfKind(kind), ...closingFields, serialField];
}

function fieldsOfKind(kind: CandidateKind): readonly FieldDefinition[] {
  switch (kind) {
    case 'building':
      return buildingFields;
    case 'product':
      return productFields;
    case 'talent':
      return talentFields;
    case 'college':
      return collegeFields;
    case 'base':
      return baseFields;
    case 'other':
      return [];
  }
}
