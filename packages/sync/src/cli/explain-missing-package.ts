import { UsageError } from "./usage-error.js";

/** What to install for each optional peer dependency. */
const INSTALL: Readonly<Record<string, string>> = {
  pg: "pg pg-copy-streams",
  "pg-boss": "pg-boss",
  "hyparquet-writer": "hyparquet-writer@0.17",
};

/** The usage error for an optional package that is not installed; any other error unchanged. */
export function explainMissingPackage(error: unknown): unknown {
  const [, name = ""] = /^Cannot find package '([\w-]+)'/.exec(Object(error).message) ?? [];
  if (!Object.hasOwn(INSTALL, name)) return error;
  return new UsageError(
    `${name} must be installed beside @serviceform/sync; npm install --global ${INSTALL[name]}, or the same in a project`,
  );
}
