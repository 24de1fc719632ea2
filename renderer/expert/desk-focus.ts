/** The name of the sheet's field that has the focus; undefined when the focus is elsewhere. */
export function focusedField(): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement.dataset['field'] : undefined;
}

/** Puts the focus on the first element that fits. */
export function focusElement(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/** Asks `[data-dossier-scroll]` to scroll a way; one that scrolls by other means answers and prevents the default. */
const scrollRequest = 'dossierscroll';

/** Scrolls the dossier by most of its height, wherever the focus is: to read on while typing scores. */
export function scrollDossier(way: 1 | -1): void {
  const element = document.querySelector<HTMLElement>('[data-dossier-scroll]');
  if (element?.dispatchEvent(new CustomEvent(scrollRequest, { detail: way, cancelable: true })) === true)
    element.scrollBy({ top: way * element.clientHeight * 0.9 });
}
