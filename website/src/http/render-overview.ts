import { type OpenApi, type PlacedOperation, pageOf } from "./openapi.ts";

/** The first page of the reference: the API, how to try it, all operations and all schemas. */
export function renderOverview(document: OpenApi, operations: readonly PlacedOperation[], server: string): string {
  const { info, components } = document;
  return [
    "# HTTP reference",
    info.description ?? "",
    `The server is \`https://link.serviceform.com\`. This is version ${info.version}; [openapi.json](./openapi.json){target="_self"} is the whole document.`,
    "## Try it",
    "Start the API in memory. It needs no account, and keeps what you create until you stop it:",
    "```sh\nnpx @serviceform/sandbox --port 4010\n```",
    `Open <${server}> and press _Test Request_ beside an operation: the page sends it and shows the response. The samples of this reference call the same server; they find its key in the environment:`,
    "::: code-group\n```sh [Linux and macOS]\nexport SERVICEFORM_API_KEY=sf_sandbox_key\n```\n```powershell [Windows PowerShell]\n$env:SERVICEFORM_API_KEY = 'sf_sandbox_key'\n```\n:::",
    "For your own account, set your own key, and leave `baseUrl` and `--base-url` out.",
    ...groupOperations(document, operations).flatMap(({ name, description, members }) => [
      `## ${name}`,
      description,
      members.map(renderEntry).join("\n"),
    ]),
    "## Schemas",
    Object.entries(components.schemas ?? {})
      .map(([name, { description = "" }]) => `- [${name}](./${pageOf(name)}): ${description}`)
      .join("\n"),
  ].join("\n\n");
}

function renderEntry({ method, path, operationId, summary }: PlacedOperation): string {
  return `- [${summary ?? operationId}](./${pageOf(operationId)}): \`${method} ${path}\``;
}

export interface OperationGroup {
  readonly name: string;
  readonly description: string;
  readonly members: readonly PlacedOperation[];
}

/** The operations by their first tag, in the order of the document. */
export function groupOperations(
  { tags = [] }: OpenApi,
  operations: readonly PlacedOperation[],
): readonly OperationGroup[] {
  const names = new Set([...tags.map(({ name }) => name), ...operations.map(tagOf)]);
  return [...names]
    .map((name) => ({
      name,
      description: tags.find((tag) => tag.name === name)?.description ?? "",
      members: operations.filter((operation) => tagOf(operation) === name),
    }))
    .filter(({ members }) => members.length > 0);
}

function tagOf({ tags }: PlacedOperation): string {
  return tags?.[0] ?? "Operations";
}
