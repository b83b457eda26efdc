import type { Target } from "../target/target.js";
import { UsageError } from "./usage-error.js";

/** Creates the target that `--to` names, and loads only its dependencies. */
export async function openTarget(to: string): Promise<Target> {
  // With the slashes of a URL, a file would be in the root folder. Three begin an absolute path without a drive.
  if (/^(?:sqlite|parquet):(?:\/\/(?!\/)|\/+[A-Za-z]:|file:)/.test(to)) {
    throw new UsageError("--to must be sqlite:FILE or parquet:FOLDER, without // or file: before the path");
  }
  if (to.startsWith("sqlite:") && to.length > "sqlite:".length) {
    const { sqliteTarget } = await import("../sqlite/index.js");
    return sqliteTarget(to.slice("sqlite:".length));
  }
  if (/^postgres(ql)?:\/\//.test(to)) {
    const { postgresTarget } = await import("../postgres/index.js");
    return postgresTarget(to);
  }
  if (to.startsWith("parquet:") && to.length > "parquet:".length) {
    const { parquetTarget } = await import("../parquet/index.js");
    return parquetTarget(to.slice("parquet:".length));
  }
  // The text may contain a password, so the message does not repeat it.
  throw new UsageError("--to must be sqlite:FILE, postgres://… or parquet:FOLDER");
}
