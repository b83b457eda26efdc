import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { startServer } from "@serviceform/sandbox/server";
import { afterAll, expect, test } from "vitest";

const PAGE = resolve(import.meta.dirname, "../../../docs/other-languages-and-programs.md");
const page = await readFile(PAGE, "utf8");
const server = await startServer({ port: 0 });
const folder = await mkdtemp(join(tmpdir(), "languages-"));
await writeFile(join(folder, "leads.py"), /^```python.*\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "");
const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code.trim());

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test.for([
  ["curl ", "space-customers"],
  ["python3 leads.py", "60 leads"],
])("the page runs %s against the sandbox", { timeout: 60_000 }, async ([part = "", printed = ""]) => {
  const [command = ""] = commands.filter((each) => each.includes(part));
  const code = command.replace("http://127.0.0.1:4010", server.url);
  const { stdout } = await promisify(execFile)("sh", ["-c", code], { cwd: folder });
  expect(stdout).toContain(printed);
});
