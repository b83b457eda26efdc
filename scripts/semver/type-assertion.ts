/** One statement of a caller's program, which compiles as long as the types that it uses exist. */
export interface TypeAssertion {
  readonly subject: string;
  /** A description of the statement, as the start of a sentence. */
  readonly description: string;
  readonly code: string;
  /** The sentence on code that compiles only now, if not that the statement compiles now. */
  readonly news?: string;
  /** The code of a simpler statement; if that one fails, this one is not reported. */
  readonly dependsOn?: string;
}
