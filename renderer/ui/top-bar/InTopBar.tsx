import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTopBar, type TopBarPlace } from './top-bar.ts';

type InTopBarProps = { readonly place: TopBarPlace; readonly children: ReactNode };

/** Shows its children in the app's top bar while it is mounted. */
export function InTopBar({ place, children }: InTopBarProps) {
  const target = useTopBar((places) => places[place]);
  return target === null ? null : createPortal(children, target);
}
