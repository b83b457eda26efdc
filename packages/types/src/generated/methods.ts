// Generated from spec/, do not edit: run `pnpm generate`.

import type * as inputs from "./inputs.js";
import type { Chat, ChatStatistics, Item, Lead, Problem, Space } from "./schemas.js";

/** The input of an operation that takes none: an object without keys. */
export type NoInput = { [key: string]: never };

/** What `listItems` takes. */
export interface ListItemsInput {
  /** The `id` of a space, as `listSpaces` returns it. */
  spaceId: string;
}

/** What `createItem` takes. */
export interface CreateItemInput extends inputs.ItemInput {
  /** The `id` of a space, as `listSpaces` returns it. */
  spaceId: string;
}

/** What `getItem` takes. */
export interface GetItemInput {
  /** The `id` of a space, as `listSpaces` returns it. */
  spaceId: string;
  /** The `id` of an item in that space, not its `uid` or `uuid`. */
  itemId: string;
}

/** What `updateItem` takes. */
export interface UpdateItemInput extends inputs.ItemInput {
  /** The `id` of a space, as `listSpaces` returns it. */
  spaceId: string;
  /** The `id` of an item in that space, not its `uid` or `uuid`. */
  itemId: string;
}

/** What `deleteItem` takes. */
export interface DeleteItemInput {
  /** The `id` of a space, as `listSpaces` returns it. */
  spaceId: string;
  /** The `id` of an item in that space, not its `uid` or `uuid`. */
  itemId: string;
}

/** What `listChats` takes. */
export interface ListChatsInput extends inputs.ChatQuery {}

/** What `getChatStatistics` takes. */
export interface GetChatStatisticsInput {
  /** Start of the time range, included, in ISO 8601. Without it the range begins with the first chat. */
  startTime?: string | undefined;
  /** End of the time range, included, in ISO 8601. Without it the range reaches to the present. */
  endTime?: string | undefined;
  /** The metrics to answer with, by their names in `ChatStatistics`, one `metrics=` for each. Without it all of them are returned; an unknown name is answered with 400. */
  metrics?: readonly string[] | undefined;
}

/** What each operation takes, what it answers, and the bodies of its documented errors by status. */
export interface OperationMap {
  listSpaces: { input: NoInput; output: Space[]; errors: { 403: Problem } };
  listItems: { input: ListItemsInput; output: Item[]; errors: { 403: Problem; 404: Problem } };
  createItem: { input: CreateItemInput; output: Item; errors: { 403: Problem; 422: Problem } };
  getItem: { input: GetItemInput; output: Item; errors: { 403: Problem; 404: Problem } };
  updateItem: { input: UpdateItemInput; output: Item; errors: { 400: Problem; 403: Problem; 404: Problem; 422: Problem } };
  deleteItem: { input: DeleteItemInput; output: undefined; errors: { 403: Problem; 404: Problem } };
  listLeads: { input: NoInput; output: Lead[]; errors: { 401: Problem } };
  listChats: { input: ListChatsInput; output: Chat[]; errors: { 403: Problem } };
  getChatStatistics: { input: GetChatStatisticsInput; output: ChatStatistics; errors: { 400: Problem; 403: Problem } };
}

/** The name of an operation of the contract. */
export type OperationId = keyof OperationMap;

/** One method per operation. */
export interface Methods<Options> {
  /**
   * List all spaces
   *
   * Returns every space of the account with its fields, not the items in it. An invalid key is answered with 403. Reads only, so a repeat is safe.
   *
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   */
  listSpaces(input?: NoInput, options?: Options): Promise<Space[]>;

  /**
   * List the items of a space
   *
   * Returns every item of one space in a single answer; it does not page. An invalid key is answered with 403, an unknown space with 404. Reads only, so a repeat is safe.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   * @throws `ApiError` 404: No space or item has the given ID.
   */
  listItems(input: ListItemsInput, options?: Options): Promise<Item[]>;

  /**
   * Create an item in a space
   *
   * Returns the item with the ID it was given. An invalid key is answered with 403, missing or invalid data with 422. A repeat creates a second item, so do not send it again unless it is known to have failed.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @param input.primary_field The item's title.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   * @throws `ApiError` 422: The body lacks required data or holds invalid data. Correct it before sending it again.
   */
  createItem(input: CreateItemInput, options?: Options): Promise<Item>;

  /**
   * Get an item
   *
   * Returns one item of a space. An invalid key is answered with 403, an unknown space or item with 404. Reads only, so a repeat is safe.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @param input.itemId The `id` of an item in that space, not its `uid` or `uuid`.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   * @throws `ApiError` 404: No space or item has the given ID.
   */
  getItem(input: GetItemInput, options?: Options): Promise<Item>;

  /**
   * Update an item
   *
   * Sets the primary field and returns the item as it is afterwards. An invalid key is answered with 403, an unknown space or item with 404, missing or invalid data with 400 or 422. A repeat sets the same value, so it is safe.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @param input.itemId The `id` of an item in that space, not its `uid` or `uuid`.
   * @param input.primary_field The item's title.
   * @throws `ApiError` 400: The request has invalid parameters or lacks required data. Correct it before sending it again.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   * @throws `ApiError` 404: No space or item has the given ID.
   * @throws `ApiError` 422: The body lacks required data or holds invalid data. Correct it before sending it again.
   */
  updateItem(input: UpdateItemInput, options?: Options): Promise<Item>;

  /**
   * Delete an item
   *
   * Deletes one item of a space and returns nothing. An invalid key is answered with 403, an unknown space or item with 404. A repeat is safe and meets 404 when the first call succeeded.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @param input.itemId The `id` of an item in that space, not its `uid` or `uuid`.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   * @throws `ApiError` 404: No space or item has the given ID.
   */
  deleteItem(input: DeleteItemInput, options?: Options): Promise<undefined>;

  /**
   * List all leads
   *
   * Returns every lead of the account in a single answer, which can be large: it takes no filter and does not page. An invalid key is answered with 401, not 403. Reads only, so a repeat is safe.
   *
   * @throws `ApiError` 401: The `sf-api-key` is missing or invalid. Only `GET /leads` uses this status for it.
   */
  listLeads(input?: NoInput, options?: Options): Promise<Lead[]>;

  /**
   * List chats
   *
   * Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: nothing is written, so a repeat is safe. Messages come only with `showMessages`. An invalid key is answered with 403.
   *
   * @param input.startTime Keeps chats whose last message is not older than this, in ISO 8601.
   * @param input.endTime Keeps chats whose last message is not newer than this, in ISO 8601.
   * @param input.uid Keeps the chats of one visitor.
   * @param input.limit The largest number of chats to return. The newest are kept.
   * @param input.showMessages Whether each chat comes with its messages in `history`. Without it they are left out.
   * @param input.chatbot When true, keeps only chats with chatbot interactions. False filters nothing.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   */
  listChats(input?: ListChatsInput, options?: Options): Promise<Chat[]>;

  /**
   * Get chat statistics
   *
   * Returns the figures of a time range, or of all time when none is given. With `metrics` only the named ones are present. An invalid key is answered with 403, invalid parameters with 400. Reads only, so a repeat is safe.
   *
   * @param input.startTime Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.
   * @param input.endTime End of the time range, included, in ISO 8601. Without it the range reaches to the present.
   * @param input.metrics The metrics to answer with, by their names in `ChatStatistics`, one `metrics=` for each. Without it all of them are returned; an unknown name is answered with 400.
   * @throws `ApiError` 400: The request has invalid parameters or lacks required data. Correct it before sending it again.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   */
  getChatStatistics(input?: GetChatStatisticsInput, options?: Options): Promise<ChatStatistics>;
}

/** The same methods, each answering with the result type that `Results` names for it. */
export interface SafeMethods<Options, Results extends { readonly [Id in OperationId]: unknown }> {
  /**
   * List all spaces
   *
   * Returns every space of the account with its fields, not the items in it. An invalid key is answered with 403. Reads only, so a repeat is safe.
   *
   * - Error 403: The `sf-api-key` is missing or invalid.
   */
  listSpaces(input?: NoInput, options?: Options): Promise<Results["listSpaces"]>;

  /**
   * List the items of a space
   *
   * Returns every item of one space in a single answer; it does not page. An invalid key is answered with 403, an unknown space with 404. Reads only, so a repeat is safe.
   *
   * - Error 403: The `sf-api-key` is missing or invalid.
   * - Error 404: No space or item has the given ID.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   */
  listItems(input: ListItemsInput, options?: Options): Promise<Results["listItems"]>;

  /**
   * Create an item in a space
   *
   * Returns the item with the ID it was given. An invalid key is answered with 403, missing or invalid data with 422. A repeat creates a second item, so do not send it again unless it is known to have failed.
   *
   * - Error 403: The `sf-api-key` is missing or invalid.
   * - Error 422: The body lacks required data or holds invalid data. Correct it before sending it again.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @param input.primary_field The item's title.
   */
  createItem(input: CreateItemInput, options?: Options): Promise<Results["createItem"]>;

  /**
   * Get an item
   *
   * Returns one item of a space. An invalid key is answered with 403, an unknown space or item with 404. Reads only, so a repeat is safe.
   *
   * - Error 403: The `sf-api-key` is missing or invalid.
   * - Error 404: No space or item has the given ID.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @param input.itemId The `id` of an item in that space, not its `uid` or `uuid`.
   */
  getItem(input: GetItemInput, options?: Options): Promise<Results["getItem"]>;

  /**
   * Update an item
   *
   * Sets the primary field and returns the item as it is afterwards. An invalid key is answered with 403, an unknown space or item with 404, missing or invalid data with 400 or 422. A repeat sets the same value, so it is safe.
   *
   * - Error 400: The request has invalid parameters or lacks required data. Correct it before sending it again.
   * - Error 403: The `sf-api-key` is missing or invalid.
   * - Error 404: No space or item has the given ID.
   * - Error 422: The body lacks required data or holds invalid data. Correct it before sending it again.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @param input.itemId The `id` of an item in that space, not its `uid` or `uuid`.
   * @param input.primary_field The item's title.
   */
  updateItem(input: UpdateItemInput, options?: Options): Promise<Results["updateItem"]>;

  /**
   * Delete an item
   *
   * Deletes one item of a space and returns nothing. An invalid key is answered with 403, an unknown space or item with 404. A repeat is safe and meets 404 when the first call succeeded.
   *
   * - Error 403: The `sf-api-key` is missing or invalid.
   * - Error 404: No space or item has the given ID.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @param input.itemId The `id` of an item in that space, not its `uid` or `uuid`.
   */
  deleteItem(input: DeleteItemInput, options?: Options): Promise<Results["deleteItem"]>;

  /**
   * List all leads
   *
   * Returns every lead of the account in a single answer, which can be large: it takes no filter and does not page. An invalid key is answered with 401, not 403. Reads only, so a repeat is safe.
   *
   * - Error 401: The `sf-api-key` is missing or invalid. Only `GET /leads` uses this status for it.
   */
  listLeads(input?: NoInput, options?: Options): Promise<Results["listLeads"]>;

  /**
   * List chats
   *
   * Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: nothing is written, so a repeat is safe. Messages come only with `showMessages`. An invalid key is answered with 403.
   *
   * - Error 403: The `sf-api-key` is missing or invalid.
   *
   * @param input.startTime Keeps chats whose last message is not older than this, in ISO 8601.
   * @param input.endTime Keeps chats whose last message is not newer than this, in ISO 8601.
   * @param input.uid Keeps the chats of one visitor.
   * @param input.limit The largest number of chats to return. The newest are kept.
   * @param input.showMessages Whether each chat comes with its messages in `history`. Without it they are left out.
   * @param input.chatbot When true, keeps only chats with chatbot interactions. False filters nothing.
   */
  listChats(input?: ListChatsInput, options?: Options): Promise<Results["listChats"]>;

  /**
   * Get chat statistics
   *
   * Returns the figures of a time range, or of all time when none is given. With `metrics` only the named ones are present. An invalid key is answered with 403, invalid parameters with 400. Reads only, so a repeat is safe.
   *
   * - Error 400: The request has invalid parameters or lacks required data. Correct it before sending it again.
   * - Error 403: The `sf-api-key` is missing or invalid.
   *
   * @param input.startTime Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.
   * @param input.endTime End of the time range, included, in ISO 8601. Without it the range reaches to the present.
   * @param input.metrics The metrics to answer with, by their names in `ChatStatistics`, one `metrics=` for each. Without it all of them are returned; an unknown name is answered with 400.
   */
  getChatStatistics(input?: GetChatStatisticsInput, options?: Options): Promise<Results["getChatStatistics"]>;
}

/** One method per operation that answers an array: its elements, one at a time. */
export interface StreamMethods<Options> {
  /**
   * List all spaces
   *
   * Returns every space of the account with its fields, not the items in it. An invalid key is answered with 403. Reads only, so a repeat is safe.
   *
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   */
  listSpaces(input?: NoInput, options?: Options): AsyncIterable<Space>;

  /**
   * List the items of a space
   *
   * Returns every item of one space in a single answer; it does not page. An invalid key is answered with 403, an unknown space with 404. Reads only, so a repeat is safe.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   * @throws `ApiError` 404: No space or item has the given ID.
   */
  listItems(input: ListItemsInput, options?: Options): AsyncIterable<Item>;

  /**
   * List all leads
   *
   * Returns every lead of the account in a single answer, which can be large: it takes no filter and does not page. An invalid key is answered with 401, not 403. Reads only, so a repeat is safe.
   *
   * @throws `ApiError` 401: The `sf-api-key` is missing or invalid. Only `GET /leads` uses this status for it.
   */
  listLeads(input?: NoInput, options?: Options): AsyncIterable<Lead>;

  /**
   * List chats
   *
   * Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: nothing is written, so a repeat is safe. Messages come only with `showMessages`. An invalid key is answered with 403.
   *
   * @param input.startTime Keeps chats whose last message is not older than this, in ISO 8601.
   * @param input.endTime Keeps chats whose last message is not newer than this, in ISO 8601.
   * @param input.uid Keeps the chats of one visitor.
   * @param input.limit The largest number of chats to return. The newest are kept.
   * @param input.showMessages Whether each chat comes with its messages in `history`. Without it they are left out.
   * @param input.chatbot When true, keeps only chats with chatbot interactions. False filters nothing.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   */
  listChats(input?: ListChatsInput, options?: Options): AsyncIterable<Chat>;
}
