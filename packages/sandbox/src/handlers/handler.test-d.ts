import type { Item } from "@serviceform/types";
import { createSandbox } from "../create-sandbox.js";
import { type Handler, HandlerError, type Handlers } from "./handler.js";
import { getItem, listItems } from "./items.js";

const item: Item = { id: "item-1" };

export const some: Handlers = { getItem };

// @ts-expect-error a handler is undefined
export const undefinedHandler: Handlers = { getItem: undefined };

// @ts-expect-error no operation has this name
export const unknownOperation: Handlers = { getItem, getItems: getItem };

// @ts-expect-error a handler is that of another operation
export const exchanged: Handlers = { getItem: listItems };

// @ts-expect-error the output lacks a required field
export const incomplete: Handler<"getItem"> = () => ({ primary_field: "Acme" });

// @ts-expect-error the output is one element instead of a list
export const single: Handler<"listItems"> = () => item;

// @ts-expect-error 404 is not documented for a create
export const undocumented: Handler<"createItem"> = () => new HandlerError(404, "");

// @ts-expect-error no input has this name
export const unknownInput: Handler<"getItem"> = ({ name }) => ({ id: name });

export const right: Handler<"getItem"> = ({ itemId }) => (itemId === "" ? new HandlerError(404, "") : { id: itemId });

// The sandbox's fetch has the type of the global one.
export const asFetch: typeof globalThis.fetch = createSandbox().fetch;

// @ts-expect-error an unknown option
createSandbox({ apikey: "x" });

// @ts-expect-error a stall requires `after`
createSandbox().faults.add({ kind: "stall" });

// @ts-expect-error no operation has this name
createSandbox().faults.add({ kind: "reset", operation: "getItems" });
