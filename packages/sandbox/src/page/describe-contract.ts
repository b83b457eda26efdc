import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import type { Store } from "../world/create-store.js";
import type { PageFile } from "./page-file.js";

/**
 * The contract of this server: a relative address, and in the place of made-up ids those of an item that there is, so
 * that what is tried out first succeeds.
 */
export async function describeContract({ items }: Store): Promise<PageFile> {
  const servers = [{ url: "/", description: "This sandbox. Everything in it is made up." }];
  const [item] = items;
  const { parameters } = openapi.components;
  const examples = item && {
    itemId: { ...parameters.itemId, example: item.id },
    spaceId: { ...parameters.spaceId, example: item.space_id },
  };
  const components = { ...openapi.components, parameters: { ...parameters, ...examples } };
  const text = JSON.stringify({ ...openapi, servers, components }, undefined, 2);
  return { type: "application/json", bytes: new TextEncoder().encode(text) };
}
