/** Why nothing was generated: one sentence a line, each with the place in the spec to mend. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}
