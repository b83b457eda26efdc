import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openDocument } from "@serviceform/tests-contracts/differential";
import type { OpenApi } from "@serviceform/tests-contracts/load-contract";
import { createHeyApi, createHeyApiWithoutServer } from "./clients/hey-api.ts";
import { openapiFetch, openapiFetchWithoutServer } from "./clients/openapi-fetch.ts";
import { createOrval } from "./clients/orval.ts";
import { loadOurs } from "./clients/ours.ts";
import type { FeatureClient } from "./feature.ts";
import { insertFeatures, type Row, renderFeatures } from "./render-features.ts";
import { requestFeatures } from "./request-features.ts";
import { responseFeatures } from "./response-features.ts";
import { type FeatureResult, runFeature } from "./run-features.ts";

const contract = join(import.meta.dirname, "openapi.yaml");
export const page: string = join(import.meta.dirname, "../../../docs/compare.md");

const SERVER_OF_CONTRACT = "the server of the contract, with variables";

/** Runs every feature with every client; `sections` has the rows by heading, in the order of `clients`. */
async function runFeatures(): Promise<{ clients: string[]; sections: Record<string, Row[]> }> {
  const { bundled } = await openDocument(contract);
  const clients = await loadClients(bundled);
  const features = Object.entries({ ...requestFeatures, ...responseFeatures });
  const sections: Record<string, Row[]> = {};
  for (const [heading, list] of features) {
    const rows: Row[] = [];
    for (const [title, feature] of Object.entries(list)) {
      const results: FeatureResult[] = [];
      for (const client of clients) results.push(await runFeature(bundled, client, { title, ...feature }));
      rows.push({ title, results });
    }
    sections[heading] = rows;
  }
  return { clients: clients.map(({ name }) => name), sections };
}

/** The page as the last run has it. */
export async function renderPage(): Promise<string> {
  const { clients, sections } = await runFeatures();
  return insertFeatures(await readFile(page, "utf8"), renderFeatures(clients, sections));
}

async function loadClients(document: OpenApi): Promise<FeatureClient[]> {
  const operations = Object.entries(document.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>);
  const all = operations.flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );
  const ids = Object.fromEntries(all.map(([title, { operationId = "" }]) => [title, operationId]));
  const bodies = new Set<string>(
    all.filter(([, { requestBody }]) => requestBody !== undefined).map(([title]) => title),
  );
  return [
    await loadOurs(contract),
    withoutServer(openapiFetch, openapiFetchWithoutServer),
    withoutServer(createHeyApi(ids), createHeyApiWithoutServer(ids)),
    createOrval(ids, (title) => bodies.has(title)),
  ];
}

interface Operation {
  readonly operationId?: string;
  readonly requestBody?: unknown;
}

/** The host is set by hand, except for the feature that tests it. */
function withoutServer(client: FeatureClient, call: FeatureClient["call"]): FeatureClient {
  return {
    ...client,
    call: (feature, fetch) => (feature.title === SERVER_OF_CONTRACT ? call : client.call)(feature, fetch),
  };
}
