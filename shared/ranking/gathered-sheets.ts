import type { Field } from './gather.ts';

/** What gathering a track's sheets gives. */
export type Gathered = Pick<Field, 'entrants' | 'from' | 'sheets' | 'weighted' | 'left'>;

/** The sheets of a track while they are gathered, entrant by entrant. */
export class GatheredSheets {
  readonly #entrants: Int32Array;
  readonly #from: Int32Array;
  readonly #sheets: Int32Array;
  readonly #weighted: Float64Array;
  readonly #left = new Map<number, number[]>();
  #entrant = 0;
  #slot = 0;

  /** Room for so many candidates and sheets. */
  constructor(candidates: number, sheets: number) {
    this.#entrants = new Int32Array(candidates);
    this.#from = new Int32Array(candidates + 1);
    this.#sheets = new Int32Array(sheets);
    this.#weighted = new Float64Array(sheets);
  }

  /** A valid sheet of the entrant at hand. */
  add(sheet: number, weighted: number): void {
    this.#sheets[this.#slot] = sheet;
    this.#weighted[this.#slot] = weighted;
    this.#slot += 1;
  }

  /** A sheet that was recused, abstained or made void. */
  leave(sheet: number): void {
    const own = this.#left.get(this.#entrant);
    if (own === undefined) this.#left.set(this.#entrant, [sheet]);
    else own.push(sheet);
  }

  /** Nothing more comes of the entrant at hand, who has this place among the candidates. */
  close(candidate: number): void {
    this.#entrants[this.#entrant] = candidate;
    this.#entrant += 1;
    this.#from[this.#entrant] = this.#slot;
  }

  finish(): Gathered {
    return {
      entrants: this.#entrants.subarray(0, this.#entrant),
      from: this.#from.subarray(0, this.#entrant + 1),
      sheets: this.#sheets.subarray(0, this.#slot),
      weighted: this.#weighted.subarray(0, this.#slot),
      left: this.#left,
    };
  }
}
