/** A path of the contract. */
export interface Route {
  readonly path: string;
  /** The names of the parameters, in the order of the pattern's groups. */
  readonly keys: readonly string[];
  readonly pattern: RegExp;
}
