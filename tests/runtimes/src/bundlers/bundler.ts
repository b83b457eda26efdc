/** What a bundler made of an entry. */
export interface Bundle {
  readonly code: string;
  /** The modules that it took, by path or name. */
  readonly modules: readonly string[];
  /** What it found worth a warning. */
  readonly warnings: readonly string[];
}

export interface Bundler {
  readonly version: string;
  /** Bundles a script for browsers as its documentation has it for production. */
  bundle(entry: string): Promise<Bundle>;
}
