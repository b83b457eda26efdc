import { isRecord } from "@serviceform/records";
import type { JsonSchema } from "@serviceform/types/describe";
import { mapProperties } from "../input/map-properties.js";
import { forHosts } from "./for-hosts.js";
import type { Tool } from "./tool.js";

/** In UTF-8 bytes, of the members that the newest protocol adds to the list, such as the name of the server. */
const OTHER_MEMBERS = 150;

/** In UTF-8 bytes. A host keeps the list in the context window of its assistant all the time. */
const MAX_LIST_BYTES = 8192 - OTHER_MEMBERS;

/**
 * Lists the inputs of the tools with what hosts accept, and shortens them until the list is small enough. The largest lose
 * the descriptions of their parameters first, then all details of optional parameters except their types.
 */
export function shortenList(given: readonly Tool[]): readonly Tool[] {
  const tools = given.map((tool): Tool => ({ ...tool, listedInput: forHosts(listedInputOf(tool)) }));
  const steps = [withoutDescriptions, withoutDetails].flatMap((shorten) =>
    largestFirst(tools).map(({ name }) => ({ name, shorten })),
  );
  let listed: readonly Tool[] = tools;
  for (const { name, shorten } of steps) {
    if (isWithinList(listed)) return listed;
    listed = listed.map((tool) => (tool.name === name ? { ...tool, listedInput: shorten(listedInputOf(tool)) } : tool));
  }
  return listed;
}

/** Whether the list of the tools is small enough. */
export function isWithinList(tools: readonly Tool[]): boolean {
  return bytesOf(tools) <= MAX_LIST_BYTES;
}

/** The input of a tool in the list. */
export function listedInputOf({ input, listedInput = input }: Tool): JsonSchema {
  return listedInput;
}

function largestFirst(tools: readonly Tool[]): Tool[] {
  return [...tools].sort((one, other) => bytesOf([other]) - bytesOf([one]));
}

/** The bytes of the list as the server sends it. */
function bytesOf(tools: readonly Tool[]): number {
  const listed = tools.map((tool) => {
    const { name, description, annotations } = tool;
    return { name, description, inputSchema: listedInputOf(tool), annotations };
  });
  return Buffer.byteLength(JSON.stringify({ tools: listed }));
}

/** Removes descriptions at any depth, but not a property named `description`. */
function withoutDescriptions({ description: _, ...schema }: JsonSchema): JsonSchema {
  const { properties, items } = schema;
  return {
    ...schema,
    ...(isRecord(properties) && { properties: mapProperties(properties, withoutDescriptions) }),
    ...(isRecord(items) && { items: withoutDescriptions(items) }),
  };
}

/** Keeps the names and types, and all details of required parameters. */
function withoutDetails({ properties, ...schema }: JsonSchema): JsonSchema {
  if (!isRecord(properties)) return schema;
  const required = new Set([schema.required].flat());
  const shorten = (property: JsonSchema, name: string): JsonSchema =>
    required.has(name) ? property : toType(property);
  return { ...schema, properties: mapProperties(properties, shorten) };
}

/** The type alone, with those of elements and properties, without which hosts reject an array and an object. */
function toType(schema: JsonSchema): JsonSchema {
  const { type, items, properties } = schema;
  if (type === undefined) return schema;
  return {
    type,
    ...(isRecord(items) && { items: toType(items) }),
    ...(isRecord(properties) && { properties: mapProperties(properties, toType) }),
  };
}
