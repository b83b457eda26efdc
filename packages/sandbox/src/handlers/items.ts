import type { Item } from "@serviceform/types";
import type { Store } from "../seed-data/create-store.js";
import { each, indicesOf, removeAt } from "../seed-data/lazy-array.js";
import { uuid } from "../seed-data/random.js";
import { CLIENT_ID } from "../seed-data/seed-item.js";
import { type Handler, HandlerError } from "./handler.js";

/** The author of changes through the API. */
const WRITER = "api";

export const listSpaces: Handler<"listSpaces"> = (_input, { store }) => store.spaces;

export const listItems: Handler<"listItems"> = ({ spaceId }, { store }) =>
  hasSpace(store, spaceId) ? itemsIn(store, spaceId) : new HandlerError(404, spaceNotFound(spaceId));

export const createItem: Handler<"createItem"> = ({ spaceId, primary_field }, { store, now, createId, random }) => {
  // The operation documents no 404; an unknown space is invalid data.
  if (!hasSpace(store, spaceId)) return new HandlerError(422, spaceNotFound(spaceId));
  const created = now().toISOString();
  const item: Item = {
    id: createId(),
    primary_field,
    space_id: spaceId,
    created,
    updated: created,
    last_updater: WRITER,
    uid: WRITER,
    uuid: uuid(random),
    clientId: CLIENT_ID,
  };
  store.items.push(item);
  return item;
};

export const getItem: Handler<"getItem"> = ({ spaceId, itemId }, { store }) =>
  store.items[findItem(store, spaceId, itemId)] ?? new HandlerError(404, itemNotFound(store, spaceId, itemId));

export const updateItem: Handler<"updateItem"> = ({ spaceId, itemId, primary_field }, { store, now }) => {
  const index = findItem(store, spaceId, itemId);
  const item = store.items[index];
  if (!item) return new HandlerError(404, itemNotFound(store, spaceId, itemId));
  const updated: Item = { ...item, primary_field, updated: now().toISOString(), last_updater: WRITER };
  store.items[index] = updated;
  return updated;
};

export const deleteItem: Handler<"deleteItem"> = ({ spaceId, itemId }, { store }) => {
  const index = findItem(store, spaceId, itemId);
  if (index < 0) return new HandlerError(404, itemNotFound(store, spaceId, itemId));
  removeAt(store.items, index);
  return undefined;
};

/** The index of an item, -1 if the space or the item does not exist. */
function findItem(store: Store, spaceId: string, itemId: string): number {
  if (!hasSpace(store, spaceId)) return -1;
  for (const index of indicesOf(store.items, itemId, ({ id }) => id)) {
    if (store.items[index]?.space_id === spaceId) return index;
  }
  return -1;
}

function* itemsIn({ items }: Store, spaceId: string): Generator<Item> {
  for (const item of each(items)) if (item.space_id === spaceId) yield item;
}

function hasSpace({ spaces }: Store, spaceId: string): boolean {
  return spaces.some(({ id }) => id === spaceId);
}

function itemNotFound(store: Store, spaceId: string, itemId: string): string {
  return hasSpace(store, spaceId) ? `Item ${itemId} does not exist in space ${spaceId}.` : spaceNotFound(spaceId);
}

function spaceNotFound(spaceId: string): string {
  return `Space ${spaceId} does not exist.`;
}
