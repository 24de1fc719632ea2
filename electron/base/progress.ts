/** Reports long work: how much is done, of how much, and what is at hand. */
export type Progress = (done: number, total: number, item: string) => void;
