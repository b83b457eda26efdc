import type { Target, Transaction } from "../target/target.js";
import { connect } from "./connection.js";
import { PostgresStore } from "./postgres-store.js";

/** The options of `postgresTarget`. */
export interface PostgresOptions {
  /** The schema of tables and views; created if it is missing. @default "serviceform" */
  readonly schema?: string | undefined;
  /**
   * Called in the transaction that ends a successful run, so that other changes in the same database commit with it. If
   * it throws, the transaction is rolled back and the run fails.
   */
  readonly beforeDone?: ((transaction: Transaction) => Promise<void>) | undefined;
}

/** The limit of PostgreSQL for a name, in UTF-8. */
const MAX_NAME_BYTES = 63;

/**
 * A mirror in PostgreSQL. It needs the packages `pg` and, for quick first loads, `pg-copy-streams`, and one connection
 * without a pooler in transaction mode, since locks and temporary tables belong to a session.
 *
 * @example
 * const sync = createSync({ client, target: postgresTarget("postgres://localhost/leads") });
 */
export function postgresTarget(
  connectionString: string,
  { schema = "serviceform", beforeDone }: PostgresOptions = {},
): Target {
  // The text may contain a password, so the message does not repeat it.
  if (!/^postgres(ql)?:\/\//.test(connectionString))
    throw new TypeError("connectionString must begin with postgres://");
  if (typeof schema !== "string" || schema === "") throw new TypeError("schema must be a text that is not empty");
  // The server would cut it, so that no mirror is found under the given name.
  if (Buffer.byteLength(schema) > MAX_NAME_BYTES)
    throw new TypeError(`schema must have at most ${MAX_NAME_BYTES} bytes`);
  return new PostgresStore(() => connect(connectionString), schema, beforeDone);
}
