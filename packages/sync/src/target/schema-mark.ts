import { hash } from "node:crypto";
import { contractVersion } from "@serviceform/types/describe";
import { quoteText } from "./dialect.js";
import { SCHEMA_VERSION } from "./render-tables.js";

/** The schema mark in `state` of a mirror: the versions of its tables and of the source of its views. */
export interface SchemaMark {
  readonly version: number;
  readonly views: string;
}

/** The mark of this version of the package, for the statements that create its tables and views. */
function createSchemaMark(statements: readonly string[]): SchemaMark {
  return { version: SCHEMA_VERSION, views: `${contractVersion} ${hash("sha256", statements.join(";"))}` };
}

/** The statement that stores the mark; without it, the next run creates the views again. */
export function renderSchemaMark(statements: readonly string[]): string {
  const mark = quoteText(JSON.stringify(createSchemaMark(statements)));
  return `insert into state (account, stream, state) values ('', 'schema', ${mark}) on conflict (account, stream) do update set state = excluded.state`;
}

/** Rejects a mirror that a newer version of this package has changed. */
export function readSchemaVersion(mark: SchemaMark): SchemaMark {
  if (mark.version > SCHEMA_VERSION) {
    throw new Error(
      `the mirror has schema version ${mark.version}, and this version of @serviceform/sync knows ${SCHEMA_VERSION}`,
    );
  }
  return mark;
}

/**
 * Whether a mirror needs the statements of this version. Views of a newer contract stay: with two versions of this
 * package on one mirror, each of their runs would replace the views of the other.
 */
export function isOutdated(present: SchemaMark | undefined, statements: readonly string[]): boolean {
  const mark = createSchemaMark(statements);
  if (present?.version !== mark.version) return true;
  return present.views !== mark.views && !isNewer(contractOf(present), contractOf(mark));
}

function contractOf({ views }: SchemaMark): string {
  return views.split(" ", 1).join("");
}

/** Compares versions such as 1.10.0 and 1.9.2, or dates; a text that does not begin with a digit is no version. */
function isNewer(version: string, other: string): boolean {
  return /^\d/.test(version) && version.localeCompare(other, "en", { numeric: true }) > 0;
}
