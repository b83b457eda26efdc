/** One statement of a caller's program, which holds as long as what it uses is there. */
export interface Fact {
  readonly subject: string;
  /** What the statement does, as the beginning of a sentence. */
  readonly does: string;
  readonly code: string;
  /** The code of a simpler statement; where that one fails, this one says nothing more. */
  readonly restsOn?: string;
}
