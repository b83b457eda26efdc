import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { parseFlags } from "../src/cli/parse-flags.js";
import { USAGE } from "../src/cli/usage.js";
import { BIN, ENV, startOverStdio } from "./start-over-stdio.js";

const guide = await readFile(new URL("../../../docs/connect-an-assistant.md", import.meta.url), "utf8");
const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

/** The commands and URLs that the snippets configure for a host. */
interface HostEntry {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly url?: string;
}

const entries = [...`${guide}\n${readme}`.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json = ""]): HostEntry => {
  const { mcpServers, servers, context_servers } = JSON.parse(json);
  return (mcpServers ?? servers ?? context_servers).serviceform;
});
const lines = [...guide.matchAll(/^```sh\n(.*)\n```$/gm)].map(([, line = ""]) => line);
const commands = [
  ...entries.flatMap(({ command, args = [] }) => (command === undefined ? [] : [[command, ...args].join(" ")])),
  ...lines.flatMap((line) => /npx .*/.exec(line) ?? []),
];
const urls = [...entries.flatMap(({ url }) => url ?? []), ...lines.flatMap((line) => /http:\S+/.exec(line) ?? [])];

test("the guide and the README configure hosts over stdio and HTTP", () => {
  expect(commands.length + urls.length).toBe(entries.length + lines.length);
  expect(commands.length).toBeGreaterThan(5);
  expect(urls.length).toBeGreaterThan(2);
});

/** Starts the command of a host, with the built package in place of the one that npx installs. */
function toLocal(command: string): readonly string[] {
  const prefix = `npx -y ${manifest.name} `;
  expect(command.startsWith(prefix)).toBe(true);
  const flags = command.slice(prefix.length).split(" ");
  expect(() => parseFlags(flags)).not.toThrow();
  // The test must not use a key of this machine.
  return flags.includes("--key-file") ? ["--sandbox"] : flags;
}

test.for(commands.filter((command) => !command.includes("--http")))(
  "a host that starts `%s` gets tools",
  async (line) => {
    const client = await startOverStdio(toLocal(line));
    expect((await client.listTools()).tools.length).toBeGreaterThan(5);
    await client.close();
  },
);

test("a host that connects to an address of the guide gets tools from the server that the guide starts", async () => {
  const line = commands.find((command) => command.includes("--http")) ?? "";
  const [, port = ""] = / --http (\d+)/.exec(line) ?? [];
  // Any free port, since another program can have the one of the guide.
  const args = toLocal(line).map((arg) => (arg === port ? "0" : arg));
  const server = spawn(process.execPath, [BIN, ...args], { env: ENV });
  const [greeting] = await once(server.stderr.setEncoding("utf8"), "data");
  const address = /http:\S+/.exec(greeting)?.[0] ?? "";
  for (const url of urls) {
    expect(url).toBe(address.replace(new URL(address).port, port));
    const client = new Client({ name: "test", version: "1.0.0" });
    await client.connect(new StreamableHTTPClientTransport(new URL(address)));
    expect((await client.listTools()).tools.length).toBeGreaterThan(5);
    await client.close();
  }
  server.kill();
});

test("the guide names only flags that exist", () => {
  const flags = new Set(`${guide}\n${readme}`.match(/`--[a-z-]+/g)?.map((flag) => flag.slice(1)));
  for (const flag of flags) expect(USAGE).toContain(flag);
});
