import { createContext, type ReactNode } from 'react';

/** Wraps the verbs of a page: those in its header, and the next act of its empty state; a side of the app says how, for example to disable them for some. */
export const WrapVerbs = createContext<(verbs: ReactNode) => ReactNode>((verbs) => verbs);
