import { isDeepStrictEqual } from "node:util";
import { readDocumentOperations, writeRequest } from "@serviceform/tests-contracts/differential";
import type { OpenApi } from "@serviceform/tests-contracts/load-contract";
import { findDifference, type SentRequest } from "./compare-request.ts";
import { type Call, type Feature, type FeatureClient, type Outcome, SERVER } from "./feature.ts";

/** The result of one client for a feature: correct, correct with options by hand, or the problem. */
export type FeatureResult =
  | { readonly kind: "right" }
  | { readonly kind: "by hand"; readonly option: string }
  | { readonly kind: "wrong"; readonly why: string };

/** Calls a feature with a client, first from the contract alone and then with options by hand. */
export async function runFeature(document: OpenApi, client: FeatureClient, feature: Feature): Promise<FeatureResult> {
  const why = await findFault(document, feature, client.call);
  if (why === undefined) return { kind: "right" };
  const other = client.byHand[feature.title];
  if (other === undefined) return { kind: "wrong", why };
  const still = await findFault(document, feature, other.call);
  return still === undefined ? { kind: "by hand", option: other.option } : { kind: "wrong", why: still };
}

async function findFault(document: OpenApi, feature: Feature, call: Call): Promise<string | undefined> {
  const { values = {}, server = SERVER, respond = () => Response.json({ id: "1" }) } = feature;
  const sent: SentRequest[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, url, headers } = request;
    sent.push({ method, url, headers, bytes: new Uint8Array(await request.arrayBuffer()) });
    return respond(new Request(url, { headers }));
  };
  const outcome = await call(feature, fetch).catch((error: unknown) => ({ error }));
  const [request] = sent;
  if (feature.isUnsafe) return request && `requests \`${new URL(request.url).pathname.replace(/^\/v\d/, "")}\``;
  if (request === undefined) return "error" in outcome ? messageOf(outcome.error) : "not sent";

  const operation = readDocumentOperations(document).find(
    ({ method, path }) => `${method} ${path}` === feature.operation,
  );
  if (operation === undefined) throw new Error(`The contract has no ${feature.operation}.`);
  const all = { path: {}, query: {}, header: {}, body: undefined, ...values };
  const difference = findDifference(request, writeRequest(document, operation, all), { server, feature });
  if (difference !== undefined) return difference;
  return "error" in outcome ? `throws ${messageOf(outcome.error)}` : findMisreading(feature, outcome);
}

async function findMisreading(feature: Feature, { data, status }: Outcome): Promise<string | undefined> {
  const { data: expected } = "data" in feature ? feature : { data: { id: "1" } };
  if (feature.status !== undefined && feature.status !== status) return `status ${status}`;
  const value = await toComparable(data);
  if (isDeepStrictEqual(value, expected)) return undefined;
  return feature.read === "pages" ? "one page" : `reads \`${String(JSON.stringify(value)).slice(0, 24)}\``;
}

/** Normalizes bytes to numbers, and null and empty values to undefined. */
async function toComparable(data: unknown): Promise<unknown> {
  if (data instanceof Blob) return [...new Uint8Array(await data.arrayBuffer())];
  if (data instanceof ArrayBuffer || data instanceof Uint8Array) return [...new Uint8Array(data)];
  return data ?? undefined;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return "an error";
  return error.message.startsWith("`") ? error.message : error.name;
}
