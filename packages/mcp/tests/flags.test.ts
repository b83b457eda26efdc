import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import { run } from "../src/cli/index.js";
import { toToolName } from "../src/tools/tool.js";

/** Runs the command to its end, with nothing on stdin. */
async function start(flags: readonly string[]) {
  const [stdin, stdout, stderr] = [new PassThrough().end(), new PassThrough(), new PassThrough()];
  const status = await run(flags, { stdin, stdout, stderr, env: {} });
  return { status, stdout: await text(stdout.end()), stderr: await text(stderr.end()) };
}

/** The tool of the first operation that reads. */
const firstTool = toToolName(Object.entries(operationTable).find(([, { writes }]) => !writes)?.[0] ?? "");

test.for([
  { flags: ["--nope"], message: 'unknown flag "--nope"; --help lists them' },
  { flags: ["leads"], message: 'unknown argument "leads"' },
  { flags: ["--personal"], message: "--personal must have a value" },
  { flags: ["--personal", "some"], message: "personal must be full, masked or none" },
  { flags: ["--max-bytes", "x"], message: "--max-bytes must be an integer from 0 to 9007199254740991" },
  { flags: ["--tools", "nope"], message: `unknown tool "nope"; expected ${firstTool}, ` },
  { flags: ["--http", "70000"], message: "--http must be an integer from 0 to 65535" },
  { flags: ["--token-env", "TOKEN"], message: "--token-env must be given with --http" },
  { flags: ["--http", "0", "--token-env", "TOKEN"], message: "environment variable TOKEN must hold the token" },
  { flags: ["--http", "0", "--mirror", "x.db"], message: "--mirror must not be combined with --http" },
  { flags: ["--key", "sf_secret"], message: "--key must not be given" },
  { flags: ["--write=yes"], message: "--write must not have a value" },
])("$flags exits with 2 and one sentence on stderr", async ({ flags, message }) => {
  const { stderr, ...rest } = await start(["--sandbox", ...flags]);
  expect(rest).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^error: [^\n]*\n$/);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("sf_secret");
});

test.for(["--help", "-h"])("%s prints the flags", async (flag) => {
  expect(await start([flag])).toEqual({ status: 0, stderr: "", stdout: expect.stringContaining("--max-bytes <") });
});

test.for([
  { flags: [], message: "a key is required; set SERVICEFORM_API_KEY, or use --profile" },
  { flags: ["--http", "0", "--sandbox-leads", "3"], message: "--sandbox-leads must be given with --sandbox" },
])("without a key and the sandbox, $flags exits with 2", async ({ flags, message }) => {
  const stderr = expect.stringContaining(`error: ${message}`);
  expect(await start(flags)).toEqual({ status: 2, stdout: "", stderr });
});
