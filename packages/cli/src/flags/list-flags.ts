import type { Condition } from "@serviceform/records";
import { parseCondition, parseFields } from "@serviceform/records";
import { number, toggle } from "./connection-flags.js";

/** The flags of lists and exports. */
export interface ListFlags {
  readonly fields?: readonly string[];
  readonly where?: readonly Condition[];
  readonly limit?: number;
  readonly redact?: boolean;
}

/** Fields and conditions are validated by the schema of the list's elements. */
export function listFlags(schema: string): { readonly [name: string]: object } {
  return {
    fields: {
      kind: "parsed",
      parse: (text: string) => parseFields(text, schema),
      optional: true,
      brief: "the fields of each record, separated by commas",
      placeholder: "a,b",
    },
    where: {
      kind: "parsed",
      parse: (text: string) => parseCondition(text, schema),
      optional: true,
      variadic: true,
      brief: "keeps records that match FIELD OP VALUE, after the download; OP is = != < <= > >= ~ (contains)",
      placeholder: "'FIELD OP VALUE'",
    },
    limit: number("how many records at most; then the download is cancelled", "N", 1),
    redact: toggle("masks personal data"),
  };
}
