import { compile } from "./compile.js";
import { type Issue, IssueList } from "./issue.js";
import type { Options } from "./rule.js";
import type { Schema } from "./schema.js";

/** Validates values against one schema. */
export interface Validator {
  /** Whether a value matches the schema; the quicker of the two. */
  accepts(value: unknown): boolean;
  /** The first issues of a value, `limit` at most. @default 100 */
  validate(value: unknown, limit?: number): readonly Issue[];
}

/** Makes the validator of a schema, without `eval`: Workers and pages with a content security policy forbid it. */
export function createValidator(schema: Schema, options: Options = {}): Validator {
  const check = compile(schema, options);
  return {
    accepts: (value) => check(value, undefined),
    validate(value, limit = 100) {
      const list = new IssueList(limit);
      check(value, list);
      return list.issues;
    },
  };
}
