import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import type { Store } from "../../seed-data/create-store.js";
import type { PageFile } from "./page-file.js";

/** What of an OpenAPI document is replaced here. */
interface Contract {
  readonly components: { readonly parameters?: Readonly<Record<string, object>>; readonly [section: string]: unknown };
}

/**
 * The contract of this server: a relative address, and in the place of made-up ids those of an item that there is, so
 * that what is tried out first succeeds.
 */
export async function describeContract({ items }: Store, contract: Contract = openapi): Promise<PageFile> {
  const servers = [{ url: "/", description: "This sandbox. Everything in it is made up." }];
  const [item] = items;
  const ids = new Map(item && Object.entries({ itemId: item.id, spaceId: item.space_id }));
  const parameters = Object.entries(contract.components.parameters ?? {}).map(([name, parameter]) => [
    name,
    ids.has(name) ? { ...parameter, example: ids.get(name) } : parameter,
  ]);
  const components = { ...contract.components, parameters: Object.fromEntries(parameters) };
  const text = JSON.stringify({ ...contract, servers, components }, undefined, 2);
  return { type: "application/json", bytes: new TextEncoder().encode(text) };
}
