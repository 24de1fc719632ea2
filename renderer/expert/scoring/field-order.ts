/** Fields of the rubric pane, in the order of the page, found by their attribute. */
const fieldSelector = '[data-field]';

/** The element of a field; of a group of choices the chosen one, else its first. */
function elementOf(pane: HTMLElement, field: string): HTMLElement | null {
  const elements = [...pane.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)];
  return elements.find((element) => element instanceof HTMLInputElement && element.checked) ?? elements[0] ?? null;
}

/** Puts the focus on a field and brings it into view; answers whether there is such a field. */
export function focusField(pane: HTMLElement, field: string): boolean {
  const element = elementOf(pane, field);
  if (element === null) return false;
  element.scrollIntoView({ block: 'nearest' });
  element.focus();
  if (element instanceof HTMLInputElement && element.type === 'text') element.select();
  return true;
}

/** The names of all fields of the pane in their order, each once. */
export function listFields(pane: HTMLElement): string[] {
  const names = [...pane.querySelectorAll<HTMLElement>(fieldSelector)].map((element) => element.dataset['field'] ?? '');
  return [...new Set(names)];
}

/** Goes from a field to the next one; from the last one it goes nowhere. */
export function focusNext(pane: HTMLElement, field: string): void {
  const fields = listFields(pane);
  const next = fields[fields.indexOf(field) + 1];
  if (next !== undefined) focusField(pane, next);
}
