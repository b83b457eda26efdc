import { renderViews } from "../target/render-views.js";
import type { Connection } from "./connection.js";
import { postgresDialect } from "./postgres-dialect.js";

/** A view is replaced only if its columns stay the first ones, with their types. */
const INVALID_TABLE_DEFINITION = "42P16";

/**
 * Creates the views within a transaction. A view that is replaced keeps its privileges and the views of others that
 * read it; one whose columns change is dropped.
 */
export async function createViews(connection: Connection): Promise<void> {
  for (const { name, select } of renderViews(postgresDialect)) {
    await connection.query("savepoint before_view");
    try {
      await connection.query(`create or replace view ${name} as ${select}`);
    } catch (error) {
      if (Object(error).code !== INVALID_TABLE_DEFINITION) throw error;
      await connection.query("rollback to savepoint before_view");
      await connection.query(`drop view ${name}`);
      await connection.query(`create view ${name} as ${select}`);
    }
  }
}
