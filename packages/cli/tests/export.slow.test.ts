import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createFolder } from "./create-folder.js";
import { runCli } from "./run-cli.js";
import { serveSandbox } from "./serve-sandbox.js";

test.for(["ndjson", "csv"])("--resume of a compressed %s continues after the last whole member", async (ending) => {
  // Two members: a lead of some kilobytes, some hundred times.
  const history = [{ id: "message-1", message: "a word and ".repeat(600) }];
  const many = Array.from({ length: 300 }, (_, index) => ({ id: `more-${index}`, history }));
  await using server = await serveSandbox({ leadCount: 4 });
  server.sandbox.store.leads.push(...many);
  const folder = await createFolder();
  const exportLeads = (file: string, ...flags: string[]) =>
    runCli(["leads", "export", file, ...flags], { env: server.env });

  const whole = join(folder, `whole.${ending}.gz`);
  await exportLeads(whole);
  const bytes = await readFile(whole);
  // In the middle of the second member; the length of the first one is known.
  const firstEnd = bytes.readUInt32LE(16);
  const file = join(folder, `leads.${ending}.gz`);
  await writeFile(`${file}.part`, bytes.subarray(0, firstEnd + 500));
  const { stderr, exitCode } = await exportLeads(file, "--resume");
  expect(exitCode).toBe(0);
  expect(gunzipSync(await readFile(file)).equals(gunzipSync(bytes))).toBe(true);
  expect((await readFile(file)).subarray(0, firstEnd).equals(bytes.subarray(0, firstEnd))).toBe(true);
  // The rows of the part file were not written a second time.
  const [, total, added] = /(\d+) leads in .* \((\d+) added\)/.exec(stderr) ?? [];
  expect(Number(total)).toBe(server.sandbox.store.leads.length);
  expect(Number(added)).toBeLessThan(300);
});
