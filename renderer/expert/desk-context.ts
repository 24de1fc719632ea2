import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Desk, DeskState } from './desk-store.ts';

/** The desk that the components around it share. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk on which the component lies. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('no desk here');
  return desk;
}

/** A part of the desk's state; the component is drawn again when it changes. */
export function useDeskState<Part>(select: (state: DeskState) => Part): Part {
  return useStore(useDesk().store, select);
}
