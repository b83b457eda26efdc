// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

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
  /** The metrics to include, by their field names, such as `totalChats`. Without it all of them are returned. In a query, each has its own `metrics=`. Responds with 400 to an unknown name. */
  metrics?: readonly string[] | undefined;
}

/** The input and output of each operation, and the bodies of its documented errors by status. */
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
   * Returns every space of the account with its fields, not the items in it. Responds with 403 to an invalid key. It only reads, so it is safe to retry.
   *
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   */
  listSpaces(input?: NoInput, options?: Options): Promise<Space[]>;

  /**
   * List the items of a space
   *
   * Returns every item of one space in a single response; it does not page. Responds with 403 to an invalid key, and with 404 to an unknown space. It only reads, so it is safe to retry.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   * @throws `ApiError` 404: No space or item has the given ID.
   */
  listItems(input: ListItemsInput, options?: Options): Promise<Item[]>;

  /**
   * Create an item in a space
   *
   * Returns the item with the ID it was given. Responds with 403 to an invalid key, and with 422 to missing or invalid data. A second call creates a second item, so do not retry it unless the first one is known to have failed.
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
   * Returns one item of a space. Responds with 403 to an invalid key, and with 404 to an unknown space or item. It only reads, so it is safe to retry.
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
   * Sets the primary field and returns the item as it is afterwards. Responds with 403 to an invalid key, with 404 to an unknown space or item, and with 400 or 422 to missing or invalid data. It is safe to retry, since a second call sets the same value.
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
   * Deletes one item of a space and returns nothing. Responds with 403 to an invalid key, and with 404 to an unknown space or item. It is safe to retry: a second call gets a 404 if the first one succeeded.
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
   * Returns every lead of the account in a single response, which can be large: it takes no filter and does not page. Responds with 401, not 403, to an invalid key. It only reads, so it is safe to retry.
   *
   * @throws `ApiError` 401: The `sf-api-key` is missing or invalid. Only `GET /leads` uses this status for it.
   */
  listLeads(input?: NoInput, options?: Options): Promise<Lead[]>;

  /**
   * List chats
   *
   * Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: it writes nothing, so it is safe to retry. Messages come only with `showMessages`. Responds with 403 to an invalid key.
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
   * Returns the figures of a time range, or of all time when none is given. With `metrics` only the named ones are present. Responds with 403 to an invalid key, and with 400 to invalid parameters. It only reads, so it is safe to retry.
   *
   * @param input.startTime Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.
   * @param input.endTime End of the time range, included, in ISO 8601. Without it the range reaches to the present.
   * @param input.metrics The metrics to include, by their field names, such as `totalChats`. Without it all of them are returned. In a query, each has its own `metrics=`. Responds with 400 to an unknown name.
   * @throws `ApiError` 400: The request has invalid parameters or lacks required data. Correct it before sending it again.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   */
  getChatStatistics(input?: GetChatStatisticsInput, options?: Options): Promise<ChatStatistics>;
}

/** The same methods, each of which resolves to its type in `Results`. */
export interface SafeMethods<Options, Results extends { readonly [Id in OperationId]: unknown }> {
  /**
   * List all spaces
   *
   * Returns every space of the account with its fields, not the items in it. Responds with 403 to an invalid key. It only reads, so it is safe to retry.
   *
   * - Error 403: The `sf-api-key` is missing or invalid.
   */
  listSpaces(input?: NoInput, options?: Options): Promise<Results["listSpaces"]>;

  /**
   * List the items of a space
   *
   * Returns every item of one space in a single response; it does not page. Responds with 403 to an invalid key, and with 404 to an unknown space. It only reads, so it is safe to retry.
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
   * Returns the item with the ID it was given. Responds with 403 to an invalid key, and with 422 to missing or invalid data. A second call creates a second item, so do not retry it unless the first one is known to have failed.
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
   * Returns one item of a space. Responds with 403 to an invalid key, and with 404 to an unknown space or item. It only reads, so it is safe to retry.
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
   * Sets the primary field and returns the item as it is afterwards. Responds with 403 to an invalid key, with 404 to an unknown space or item, and with 400 or 422 to missing or invalid data. It is safe to retry, since a second call sets the same value.
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
   * Deletes one item of a space and returns nothing. Responds with 403 to an invalid key, and with 404 to an unknown space or item. It is safe to retry: a second call gets a 404 if the first one succeeded.
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
   * Returns every lead of the account in a single response, which can be large: it takes no filter and does not page. Responds with 401, not 403, to an invalid key. It only reads, so it is safe to retry.
   *
   * - Error 401: The `sf-api-key` is missing or invalid. Only `GET /leads` uses this status for it.
   */
  listLeads(input?: NoInput, options?: Options): Promise<Results["listLeads"]>;

  /**
   * List chats
   *
   * Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: it writes nothing, so it is safe to retry. Messages come only with `showMessages`. Responds with 403 to an invalid key.
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
   * Returns the figures of a time range, or of all time when none is given. With `metrics` only the named ones are present. Responds with 403 to an invalid key, and with 400 to invalid parameters. It only reads, so it is safe to retry.
   *
   * - Error 400: The request has invalid parameters or lacks required data. Correct it before sending it again.
   * - Error 403: The `sf-api-key` is missing or invalid.
   *
   * @param input.startTime Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.
   * @param input.endTime End of the time range, included, in ISO 8601. Without it the range reaches to the present.
   * @param input.metrics The metrics to include, by their field names, such as `totalChats`. Without it all of them are returned. In a query, each has its own `metrics=`. Responds with 400 to an unknown name.
   */
  getChatStatistics(input?: GetChatStatisticsInput, options?: Options): Promise<Results["getChatStatistics"]>;
}

/** One method per operation whose response is an array: a stream of its elements. */
export interface StreamMethods<Options> {
  /**
   * List all spaces
   *
   * Returns every space of the account with its fields, not the items in it. Responds with 403 to an invalid key. It only reads, so it is safe to retry.
   *
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   */
  listSpaces(input?: NoInput, options?: Options): AsyncIterable<Space>;

  /**
   * List the items of a space
   *
   * Returns every item of one space in a single response; it does not page. Responds with 403 to an invalid key, and with 404 to an unknown space. It only reads, so it is safe to retry.
   *
   * @param input.spaceId The `id` of a space, as `listSpaces` returns it.
   * @throws `ApiError` 403: The `sf-api-key` is missing or invalid.
   * @throws `ApiError` 404: No space or item has the given ID.
   */
  listItems(input: ListItemsInput, options?: Options): AsyncIterable<Item>;

  /**
   * List all leads
   *
   * Returns every lead of the account in a single response, which can be large: it takes no filter and does not page. Responds with 401, not 403, to an invalid key. It only reads, so it is safe to retry.
   *
   * @throws `ApiError` 401: The `sf-api-key` is missing or invalid. Only `GET /leads` uses this status for it.
   */
  listLeads(input?: NoInput, options?: Options): AsyncIterable<Lead>;

  /**
   * List chats
   *
   * Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: it writes nothing, so it is safe to retry. Messages come only with `showMessages`. Responds with 403 to an invalid key.
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
