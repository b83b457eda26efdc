import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startServer } from "@serviceform/sandbox/server";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import { listOperations, type OpenApi, pageOf } from "./openapi.ts";
import { renderOperation } from "./render-operation.ts";
import { groupOperations, renderOverview } from "./render-overview.ts";
import { renderSchema } from "./render-schema.ts";

/** The address of the sandbox in the pages. */
export const SANDBOX_URL = "http://127.0.0.1:4010";

/** Writes the pages of the HTTP reference and their navigation. */
export async function stageReference(content: string): Promise<void> {
  const document = await readContract();
  const operations = listOperations(document);
  const schemas = Object.entries(document.components.schemas ?? {});
  const pages = new Map([
    ["index.md", renderOverview(document, operations, SANDBOX_URL)],
    ...operations.map((each) => [pageOf(each.operationId), renderOperation(each, SANDBOX_URL)] as const),
    ...schemas.map(([name, schema]) => [pageOf(name), renderSchema(name, schema, document, operations)] as const),
  ]);
  await mkdir(join(content, "http"), { recursive: true });
  for (const [name, text] of pages) await writeFile(join(content, "http", name), `${text}\n`);
  await mkdir(join(content, "public/http"), { recursive: true });
  await writeFile(join(content, "public/http/openapi.json"), JSON.stringify(openapi, undefined, 2));
  const link = (name: string) => `/http/${pageOf(name).replace(/\.md$/, "")}`;
  const navigation = [
    { text: "HTTP reference", items: [{ text: "Overview", link: "/http/" }] },
    ...groupOperations(document, operations).map(({ name, members }) => ({
      text: name,
      items: members.map(({ summary, operationId }) => ({ text: summary ?? operationId, link: link(operationId) })),
    })),
    { text: "Schemas", items: schemas.map(([name]) => ({ text: name, link: link(name) })) },
  ];
  await writeFile(join(content, "http.json"), JSON.stringify(navigation));
}

/** The contract with the samples that the sandbox renders: their examples are records of a new sandbox. */
export async function readContract(): Promise<OpenApi> {
  const server = await startServer({ port: 0 });
  try {
    const text = await (await fetch(`${server.url}/_sandbox/openapi.json`)).text();
    return JSON.parse(text.replaceAll(server.url, SANDBOX_URL)) as OpenApi;
  } finally {
    await server.close();
  }
}
