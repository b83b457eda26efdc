import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");

const LIMIT = 300;

/** A whole file of a consumer. Its cost is what a client and nine calls add to a file without any. */
const nineCalls = `import { createClient } from "@serviceform/client";
export const client = createClient();
const path = { spaceId: "s", itemId: "i" };
export const spaces = await client.listSpaces();
export const items = await client.listItems({ spaceId: "s" });
export const created = await client.createItem({ spaceId: "s", primary_field: "x" });
export const item = await client.getItem(path);
export const updated = await client.updateItem({ ...path, primary_field: "x" });
export const gone = await client.deleteItem(path);
export const leads = await client.listLeads();
export const chats = await client.listChats({ limit: 1 });
export const statistics = await client.getChatStatistics({ metrics: ["a"] });
`;

/** Declarations of the platform are not checked, so that only the file and what it imports count. */
const options = [
  ..."--ignoreConfig --noEmit --strict --skipLibCheck --extendedDiagnostics".split(" "),
  ..."--target es2023 --module nodenext --lib es2023,dom --types node".split(" "),
];

test(`nine calls compile, at a cost of at most ${LIMIT} type instantiations`, async () => {
  const folder = await mkdtemp(join(import.meta.dirname, "../node_modules/.cost-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "main.mts");
  await writeFile(file, nineCalls);
  const { stdout } = await run(process.execPath, [tsc, ...options, file], { cwd: folder }).catch((error) => {
    throw new Error(error.stdout);
  });
  const cost = Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]);
  expect(cost).toBeGreaterThan(0);
  expect(cost).toBeLessThanOrEqual(LIMIT);
});
