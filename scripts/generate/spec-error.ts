import { parsePointer } from "../openapi/pointer.ts";

/** One thing to fix in the spec. */
export interface SpecIssue {
  /** Where it is in the bundled document: a JSON pointer as a URI fragment. */
  readonly pointer?: string;
  /** Relative to spec/; without it, the file that the naming rules of spec/ give to the pointer. */
  readonly file?: string;
  /** `line:column`, if it is known. */
  readonly position?: string | undefined;
  readonly message: string;
  /** The name of the lint rule that found it. */
  readonly ruleId?: string;
}

/** Why nothing was generated: one line for each issue, with the place in the spec to fix. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly issues: readonly SpecIssue[];

  constructor(issues: readonly SpecIssue[]) {
    super(issues.map(format).join("\n"));
    this.issues = issues;
  }
}

function format({ pointer, file, position, message, ruleId }: SpecIssue): string {
  const place = [file ?? fileOf(pointer ?? "#"), ...(position === undefined ? [] : [position])];
  return `spec/${place.join(":")}: ${message}${ruleId === undefined ? "" : ` (${ruleId})`}`;
}

function fileOf(pointer: string): string {
  const [section, name, component] = parsePointer(pointer);
  if (section === "paths" && name !== undefined) return `paths/${name.slice(1).replaceAll("/", "_")}.yaml`;
  if (section === "components" && component !== undefined) return `components/${name}/${component}.yaml`;
  return "openapi.yaml";
}
