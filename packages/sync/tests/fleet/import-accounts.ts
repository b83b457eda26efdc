import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call } from "../call.js";

/** Imports accounts into a database from lines of CSV. */
export async function importAccounts(database: string, lines: readonly string[]): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "accounts-"));
  const file = join(folder.path, "accounts.csv");
  await writeFile(file, lines.join("\n"));
  const { code, stderr } = await call(["accounts", "import", file, "--database", database]);
  if (code !== 0) throw new Error(stderr);
}
