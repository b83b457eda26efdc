// Runs `redocly diff` for base-0.json and next-0.json in the working directory, writes diff-0.json, and so on, as often
// as its argument says. The runs share a process, since Redocly takes longer to load than to compare two documents.
import { enableCompileCache } from "node:module";
import { isMainThread } from "node:worker_threads";
import { runWithLargeStack } from "../large-stack.ts";

const [node = "", , count] = process.argv;
const redocly = new URL("lib/index.js", import.meta.resolve("@redocly/cli/package.json"));
const exit = process.exit;
let index = 0;

// Redocly exits after each run. The cast: unlike `exit`, this returns, at the end of what Redocly does.
process.exit = ((code) => {
  index += 1;
  if (code !== 0 || index === Number(count)) exit(code);
  void run();
}) as typeof process.exit;

enableCompileCache();
// A schema within a schema, and so on, takes more stack than the main thread has.
if (isMainThread) runWithLargeStack(import.meta.url);
else await run();

/** A module with another query is evaluated again; what it imports is not. */
async function run(): Promise<void> {
  const file = (name: string) => `${name}-${index}.json`;
  const options = ["--format", "json", "--fail-on", "none", "--output", file("diff")];
  process.argv = [node, "redocly", "diff", file("base"), file("next"), ...options];
  await import(`${redocly.href}?${index}`);
}
