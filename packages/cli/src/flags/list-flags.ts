import type { Condition } from "@serviceform/records";
import { parseCondition, parseFields } from "@serviceform/records";
import { number, parsed, toggle } from "./connection-flags.js";

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
    fields: parsed("the fields of each record, separated by commas", "a,b", (text) => parseFields(text, schema)),
    where: {
      ...parsed(
        "keeps records that match FIELD OP VALUE, after the download; OP is = != < <= > >= ~ (contains)",
        "'FIELD OP VALUE'",
        (text) => parseCondition(text, schema),
      ),
      variadic: true,
    },
    limit: number("how many records at most; then the download is cancelled", "N", 1),
    redact: toggle("masks personal data"),
  };
}
