import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { parseFlags } from "../src/cli/parse-flags.js";
import { USAGE } from "../src/cli/usage.js";

const BIN = fileURLToPath(new URL("../bin/serviceform-mcp.js", import.meta.url));
const { PATH = "" } = process.env;
const guide = await readFile(new URL("../../../docs/connect-an-assistant.md", import.meta.url), "utf8");
const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

/** What a host starts, as the snippets configure it. */
interface HostEntry {
  readonly command: string;
  readonly args: readonly string[];
}

const entries = [...`${guide}\n${readme}`.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json = ""]): HostEntry => {
  const { mcpServers, servers } = JSON.parse(json);
  return (mcpServers ?? servers).serviceform;
});
const commands = [...guide.matchAll(/^```sh\n(.*)\n```$/gm)].map(([, line = ""]) => line);

test("the guide and the README configure hosts", () => {
  expect(entries).toHaveLength(4);
  expect(commands).toHaveLength(2);
});

test.for(entries)("a host that starts $args gets tools", async ({ command, args }) => {
  expect([command, ...args.slice(0, 2)]).toEqual(["npx", "-y", manifest.name]);
  const flags = args.slice(2);
  // A key on this machine is none of the test's business.
  const local = flags.includes("--key-file") ? ["--sandbox"] : flags;
  expect(() => parseFlags(flags)).not.toThrow();
  const client = new Client({ name: "test", version: "1.0.0" });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [BIN, ...local], env: { PATH } }));
  expect((await client.listTools()).tools.length).toBeGreaterThan(5);
  await client.close();
});

test.for(commands)("the flags of `%s` exist", (line) => {
  const [, flags = ""] = line.split(manifest.name);
  expect(line).toContain(`npx -y ${manifest.name}`);
  expect(() => parseFlags(flags.trim().split(" "))).not.toThrow();
});

test("the guide names only flags that exist", () => {
  const flags = new Set(`${guide}\n${readme}`.match(/`--[a-z-]+/g)?.map((flag) => flag.slice(1)));
  for (const flag of flags) expect(USAGE).toContain(flag);
});

test("server.json names the package and one version", async () => {
  const server = JSON.parse(await readFile(new URL("../server.json", import.meta.url), "utf8"));
  expect(server.name).toBe(manifest.mcpName);
  expect(server.packages[0].version).toBe(server.version);
  expect(server.packages[0].identifier).toBe(manifest.name);
  expect(server.description.length).toBeLessThanOrEqual(100);
});
