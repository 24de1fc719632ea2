/**
 * A ref that lets the keyboard into a region while it scrolls (WCAG 2.1.1); one that shows everything needs no stop.
 * @returns what ends the watching
 */
export function focusWhenScrolling(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const update = (): void => {
    const hidden = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
    if (hidden) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(update);
  observer.observe(element);
  for (const child of element.children) observer.observe(child);
  return () => observer.disconnect();
}

/** The same for the body of the drawer that an element lies in. */
export function focusDrawerWhenScrolling(element: HTMLElement | null): (() => void) | undefined {
  return focusWhenScrolling(element?.closest<HTMLElement>('.ant-drawer-body') ?? null);
}
