import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseLines, runCli } from "./run-cli.js";

beforeEach(() => {
  const elements = [null, { id: "lead-1", name: "Jane" }, "text", [1], 7, { id: "lead-2" }];
  vi.stubGlobal("fetch", async () => Response.json(elements));
});

afterEach(() => vi.unstubAllGlobals());

const WARNING = "warning: left out 4 elements of the list without fields\n";
const run = (command: string) => runCli(command.split(" "), { env: { SERVICEFORM_API_KEY: "sf_test_key" } });

test.for(["list", "list --redact", "list --fields id", "list --where id!=x", "export - --format ndjson"])(
  "elements that are no objects are left out, with a warning: leads %s",
  async (command) => {
    const { exitCode, stdout, stderr } = await run(`leads ${command}`);
    expect([exitCode, parseLines(stdout).map((lead) => Object(lead).id)]).toEqual([0, ["lead-1", "lead-2"]]);
    expect(stderr).toContain(WARNING);
  },
);

test.for(["csv", "xlsx", "parquet"])("elements that are no objects are no rows of %s", async (format) => {
  const { exitCode, stderr } = await run(`leads export - --format ${format}`);
  expect([exitCode, stderr]).toEqual([0, `${WARNING}2 leads in stdout\n`]);
});
