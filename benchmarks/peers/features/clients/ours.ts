import { CREDENTIAL, openDocument, openFiles } from "@serviceform/tests-contracts/differential";
import { type AnyStream, loadContract } from "@serviceform/tests-contracts/load-contract";
import type { Feature, FeatureClient } from "../feature.ts";

interface Result {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly error?: { readonly status?: number; readonly body?: unknown };
  readonly response?: Response;
}

/** Our client, generated from a contract without the operations that `generate` rejects. */
export async function loadOurs(file: string): Promise<FeatureClient> {
  const { document, rejected } = await openDocument(file);
  const { createClient, operationTable } = await loadContract(document);
  const credentials = {
    token: CREDENTIAL,
    headerKey: CREDENTIAL,
    queryKey: CREDENTIAL,
    password: { username: "user", password: CREDENTIAL },
  };
  return {
    name: "here",
    byHand: {},
    async call(feature, fetch) {
      const entries = Object.entries(operationTable);
      const [id = "", entry] = entries.find(([, { method, path }]) => `${method} ${path}` === feature.operation) ?? [];
      const isRejected = rejected.some(({ title }) => title === feature.operation);
      if (isRejected) throw new Error("`generate` rejects it");
      const client = createClient({ fetch, retries: 0, ...credentials } as object);
      const { path, query, header, body } = feature.values ?? {};
      const given = openFiles(body);
      const input = { ...path, ...query, ...header, ...(entry?.wholeBody ? { body: given } : Object(given)) };
      if (feature.read !== undefined) return { data: await collect(client.stream[id]?.(input), feature) };
      const { ok, data, error, response } = ((await client.safe[id]?.(input)) ?? { ok: false }) as Result;
      if (ok) return { data, status: response?.status };
      if (error?.status === undefined) throw error;
      return { data: error.body, status: error.status };
    },
  };
}

async function collect(stream: AnyStream | undefined, { read }: Feature): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const one of stream ?? []) all.push(read === "events" ? (one as { data: unknown }).data : one);
  return all;
}
