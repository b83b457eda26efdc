import { join } from "node:path";
import manifest from "../../servers/package.json" with { type: "json" };
import { packageFolder } from "../compile.ts";
import { contractFile, installServers } from "./install-servers.ts";

/** The command of a server for an API at `baseUrl`. */
export interface ServerCommand {
  readonly label: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  toolOf(operationId: OperationId): string;
}

/** The operations that are called. */
export type OperationId = "listLeads" | "getItem" | "deleteItem";

export const API_KEY = "sf_sandbox_key";

const versions = manifest.dependencies;

/** Each server with all its features enabled. */
export async function createServerCommands(baseUrl: string): Promise<readonly ServerCommand[]> {
  const folder = await installServers();
  const bin = join(packageFolder, "../packages/mcp/bin/serviceform-mcp.js");
  return [
    {
      label: "@serviceform/mcp",
      args: [bin, "--base-url", baseUrl, "--write", "--delete"],
      env: { SERVICEFORM_API_KEY: API_KEY },
      toolOf: (operationId) => operationId.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`),
    },
    {
      label: `openapi-mcp-generator ${versions["openapi-mcp-generator"]}`,
      args: [join(folder, "generated/build/index.js")],
      env: { API_BASE_URL: baseUrl, API_KEY_APIKEY: API_KEY },
      toolOf: (operationId) => operationId,
    },
    {
      label: `@ivotoby/openapi-mcp-server ${versions["@ivotoby/openapi-mcp-server"]}`,
      args: [join(folder, "node_modules/@ivotoby/openapi-mcp-server/bin/mcp-server.js")],
      env: { API_BASE_URL: baseUrl, OPENAPI_SPEC_PATH: contractFile, API_HEADERS: `sf-api-key:${API_KEY}` },
      // It abbreviates names.
      toolOf: (operationId) => ({ listLeads: "lst-leads", getItem: "get-item", deleteItem: "del-item" })[operationId],
    },
  ];
}
