/** One thing to fix in the spec. */
export interface Problem {
  /** Relative to spec/. */
  readonly file: string;
  /** `line:column`, where it is known. */
  readonly position?: string | undefined;
  /** The top-level key of the file below which the problem is; finds the line where `position` is not known. */
  readonly key?: string;
  readonly sentence: string;
}

/** Why nothing was generated: one line for each problem, with the place in the spec to fix. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(format).join("\n"));
    this.problems = problems;
  }
}

function format({ file, position, sentence }: Problem): string {
  return `spec/${file}${position === undefined ? "" : `:${position}`}: ${sentence}`;
}
