import { createContext, type ReactNode } from 'react';

/** Wraps the verbs of a page's header; a side of the app says how, for example to disable them for some. */
export const WrapVerbs = createContext<(verbs: ReactNode) => ReactNode>((verbs) => verbs);
