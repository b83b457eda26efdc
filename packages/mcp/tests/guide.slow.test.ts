import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { parseFlags } from "../src/cli/parse-flags.js";
import { USAGE } from "../src/cli/usage.js";

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

test.for(commands)("the package has the flags of `%s`", (command) => {
  const prefix = `npx -y ${manifest.name} `;
  expect(command.startsWith(prefix)).toBe(true);
  expect(() => parseFlags(command.slice(prefix.length).split(" "))).not.toThrow();
});

test("a host that connects to an address of the guide reaches the server that the guide starts", () => {
  const [, port] = / --http (\d+)/.exec(commands.join("\n")) ?? [];
  expect(new Set(urls)).toEqual(new Set([`http://127.0.0.1:${port}/mcp`]));
});

test("the guide names only flags that exist", () => {
  const flags = new Set(`${guide}\n${readme}`.match(/`--[a-z-]+/g)?.map((flag) => flag.slice(1)));
  for (const flag of flags) expect(USAGE).toContain(flag);
});
