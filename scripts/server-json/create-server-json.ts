/** The part of a manifest that the registry of MCP servers wants too. */
export interface ServerManifest {
  readonly name: string;
  readonly mcpName: string;
  readonly version: string;
  readonly description: string;
  readonly homepage: string;
  readonly repository: { readonly url: string; readonly directory: string };
}

const SCHEMA = "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json";

/** The settings that a host requests from its user. */
const ENVIRONMENT = [
  {
    name: "SERVICEFORM_API_KEY",
    description: "The API key of the account, unless a key flag names its source.",
    isRequired: false,
    isSecret: true,
  },
  {
    name: "SERVICEFORM_BASE_URL",
    description: "Another address of the API.",
    isRequired: false,
    isSecret: false,
  },
];

/** The entry of a server in the registry, as text. */
export function createServerJson(manifest: ServerManifest): string {
  const { name, mcpName, version, description, homepage, repository } = manifest;
  const entry = {
    $schema: SCHEMA,
    name: mcpName,
    title: "Serviceform",
    description,
    version,
    websiteUrl: homepage,
    repository: {
      url: repository.url.replace(/^git\+/, "").replace(/\.git$/, ""),
      source: "github",
      subfolder: repository.directory,
    },
    packages: [
      {
        registryType: "npm",
        identifier: name,
        version,
        transport: { type: "stdio" },
        environmentVariables: ENVIRONMENT,
      },
    ],
  };
  return `${JSON.stringify(entry, null, 2)}\n`;
}
