import { contractVersion } from "@serviceform/types/describe";
import { SCHEMA_VERSION } from "./render-tables.js";

/** The schema mark in `state` of a mirror: the versions of its tables and of the source of its views. */
export interface SchemaMark {
  readonly version: number;
  readonly views: string;
}

/** The mark of this version of the package; `views` is the hash of the statements that create the views. */
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
