import { contractVersion } from "@serviceform/types/describe";
import { SCHEMA_VERSION } from "./render-tables.js";

/** What stands in `state` of a mirror: the version of its tables, and of what its views were made from. */
export interface SchemaMark {
  readonly version: number;
  readonly views: string;
}

/** The mark of this version; `views` are the statements that create them, hashed. */
export function createSchemaMark(views: string): SchemaMark {
  return { version: SCHEMA_VERSION, views: `${contractVersion} ${views}` };
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
