import { fileURLToPath } from "node:url";
import { Client, type ClientOptions } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

/** The built command. */
export const BIN: string = fileURLToPath(new URL("../bin/serviceform-mcp.js", import.meta.url));

/** The environment of a server, without a key of this machine. */
export const ENV: { readonly PATH: string } = { PATH: process.env.PATH ?? "" };

/** Connects to a server of its own process, as a host does. `setUp` prepares the client before. */
export async function startOverStdio(
  flags: readonly string[],
  { env, setUp, ...options }: ClientOptions & { env?: Record<string, string>; setUp?: (client: Client) => void } = {},
): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" }, options);
  setUp?.(client);
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [BIN, ...flags], env: { ...ENV, ...env } }),
  );
  return client;
}
