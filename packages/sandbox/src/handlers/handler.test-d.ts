import type { Item } from "@serviceform/types";
import { createSandbox } from "../create-sandbox.js";
import { type Handler, HandlerError, type Handlers } from "./handler.js";
import { getItem, listItems } from "./items.js";

const item: Item = { id: "item-1" };

export const some: Handlers = { getItem };

// @ts-expect-error a handler is none
export const undefinedHandler: Handlers = { getItem: undefined };

// @ts-expect-error a handler is misspelt
export const misspelt: Handlers = { getItem, getItems: getItem };

// @ts-expect-error a handler stands in another one's place
export const exchanged: Handlers = { getItem: listItems };

// @ts-expect-error the output misses a required field
export const incomplete: Handler<"getItem"> = () => ({ primary_field: "Acme" });

// @ts-expect-error the output is one element in place of a list
export const single: Handler<"listItems"> = () => item;

// @ts-expect-error 404 is not documented for a create
export const undocumented: Handler<"createItem"> = () => new HandlerError(404, "");

// @ts-expect-error there is no such input
export const unknownInput: Handler<"getItem"> = ({ name }) => ({ id: name });

export const right: Handler<"getItem"> = ({ itemId }) => (itemId === "" ? new HandlerError(404, "") : { id: itemId });

// The sandbox's fetch is one, for whoever takes a fetch.
export const asFetch: typeof globalThis.fetch = createSandbox().fetch;

// @ts-expect-error an option is misspelt
createSandbox({ apikey: "x" });

// @ts-expect-error a stall requires `after`
createSandbox().faults.add({ kind: "stall" });

// @ts-expect-error there is no such operation
createSandbox().faults.add({ kind: "reset", operation: "getItems" });
