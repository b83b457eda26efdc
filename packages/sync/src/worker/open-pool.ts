import type { Pool } from "pg";
import { pinSslMode } from "../postgres/pin-ssl-mode.js";

/** Opens at most `max` connections, as they are needed. `pg` is an optional peer dependency, loaded when it is used. */
export async function openPool(connectionString: string, max: number): Promise<Pool> {
  const { default: pg } = await import("pg");
  // If an idle connection is lost, the next query opens another.
  return new pg.Pool({ connectionString: pinSslMode(connectionString), max }).on("error", () => {});
}
