/** One statement of a caller's program, which holds as long as what it uses is there. */
export interface TypeAssertion {
  readonly subject: string;
  /** What the statement description, as the beginning of a sentence. */
  readonly description: string;
  readonly code: string;
  /** The code of a simpler statement; where that one fails, this one says nothing more. */
  readonly dependsOn?: string;
}
