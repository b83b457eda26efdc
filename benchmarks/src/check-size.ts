import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as types from "@serviceform/types";
import { bundle } from "./bundle.ts";
import { packageFolder } from "./compile.ts";
import { checkSizeBudget, sizeLimit } from "./size-budget.ts";

// Usage: node src/check-size.ts [--accept]: checks the size budget of the client, or accepts its present size.
const { values } = parseArgs({ options: { accept: { type: "boolean", default: false } } });
const table = join(packageFolder, "generated/size.json");
const { gzip, files } = await bundle("./peers/serviceform/create.ts", "create");
const limit = sizeLimit(Object.keys(types.operationTable).length, types);
const problems = checkSizeBudget({ gzip, limit }, files, JSON.parse(await readFile(table, "utf8")));
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
} else {
  console.log(`${gzip} bytes after gzip, of ${limit}.`);
  if (values.accept) await writeFile(table, `${JSON.stringify(Object.fromEntries(files), null, 2)}\n`);
}
