export interface Bundle {
  readonly code: string;
  /** Its modules, by path or name. */
  readonly modules: readonly string[];
  readonly warnings: readonly string[];
}

export interface Bundler {
  readonly version: string;
  /** Bundles a script for browsers with the production settings of its documentation. */
  bundle(entry: string): Promise<Bundle>;
}
