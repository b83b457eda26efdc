// Only compiled: an @ts-expect-error whose next line compiles is an error.
import type {
  Chat,
  ChatQuery,
  ChatStatistics,
  Item,
  Lead,
  Methods,
  OperationId,
  OperationMap,
  SafeMethods,
  Space,
  StreamMethods,
} from "./index.js";

interface Options {
  signal?: { aborted: boolean };
}
declare const methods: Methods<Options>;
declare const safe: SafeMethods<Options, { readonly [Id in OperationId]: { id: Id } }>;
declare const stream: StreamMethods<Options>;
declare const signal: { aborted: boolean };

/** Fails to compile unless both types are the same. */
function same<Left, Right>(
  ..._: (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? [] : [never]
): void {}

/** The operations whose success is a list. */
type Lists = { [Id in OperationId]: OperationMap[Id]["output"] extends readonly unknown[] ? Id : never }[OperationId];

const path = { spaceId: "s", itemId: "i" };
const space = { spaceId: "s" };
const item = { ...path, primary_field: "p" };

// Each operation resolves to what the contract documents.
same<Awaited<ReturnType<typeof methods.listSpaces>>, Space[]>();
same<Awaited<ReturnType<typeof methods.listItems>>, Item[]>();
same<Awaited<ReturnType<typeof methods.createItem>>, Item>();
same<Awaited<ReturnType<typeof methods.getItem>>, Item>();
same<Awaited<ReturnType<typeof methods.updateItem>>, Item>();
same<Awaited<ReturnType<typeof methods.deleteItem>>, undefined>();
same<Awaited<ReturnType<typeof methods.listLeads>>, Lead[]>();
same<Awaited<ReturnType<typeof methods.listChats>>, Chat[]>();
same<Awaited<ReturnType<typeof methods.getChatStatistics>>, ChatStatistics>();
same<ReturnType<typeof safe.getItem>, Promise<{ id: "getItem" }>>();
same<ReturnType<typeof stream.listLeads>, AsyncIterable<Lead>>();
same<Extract<keyof typeof stream, Lists>, Lists>();
same<
  Extract<keyof typeof stream, "createItem" | "getItem" | "updateItem" | "deleteItem" | "getChatStatistics">,
  never
>();
same<keyof Methods<Options>, OperationId>();
same<keyof OperationMap["updateItem"]["errors"], 400 | 403 | 404 | 422>();

// Valid input, which can be left out if nothing in it is required.
void methods.listSpaces();
void methods.listSpaces({}, { signal });
void methods.listItems(space);
void methods.createItem({ ...space, primary_field: "p" }, { signal });
void methods.getItem(path);
void methods.updateItem(item);
void methods.deleteItem(path);
void methods.listLeads({}, { signal });
void methods.listChats();
void methods.listChats({ uid: "u", limit: 1, showMessages: true, chatbot: false, startTime: "t", endTime: "t" });
void methods.getChatStatistics();
void methods.getChatStatistics({ metrics: ["totalChats"] });

// Input that can be left out can be undefined; arrays can be readonly.
declare const text: string | undefined;
const metrics = ["totalChats", "averageResponseTime"] as const;
const query: ChatQuery = { uid: text, limit: undefined, showMessages: undefined };
void methods.listChats(query);
void methods.listChats({ startTime: text, endTime: text, uid: text, limit: undefined, chatbot: undefined });
void methods.getChatStatistics({ startTime: text, endTime: text, metrics });
void methods.getChatStatistics({ metrics: undefined });

// Missing input.
// @ts-expect-error
void methods.listItems();
// @ts-expect-error
void methods.createItem(space);
// @ts-expect-error
void methods.createItem({ primary_field: "p" });

// Unknown input, and options in place of input.
// @ts-expect-error
void methods.listSpaces({ limit: 1 });
// @ts-expect-error
void methods.listSpaces({ signal });
// @ts-expect-error
void methods.listItems({ spaceId: "s", limit: 1 });
// @ts-expect-error
void methods.createItem({ spaceId: "s", primary_field: "p", note: "n" });
// @ts-expect-error
void methods.listChats({ user: "u" });
// @ts-expect-error
void methods.getChatStatistics({ metric: "totalChats" });

// Input of the wrong type, including undefined for a required value.
// @ts-expect-error
void methods.listItems({ spaceId: 1 });
// @ts-expect-error
void methods.createItem({ spaceId: "s", primary_field: 1 });
// @ts-expect-error
void methods.getItem({ spaceId: "s", itemId: undefined });
// @ts-expect-error
void methods.updateItem({ spaceId: "s", itemId: "i", primary_field: null });
// @ts-expect-error
void methods.listChats({ limit: "1" });
// @ts-expect-error
void methods.getChatStatistics({ metrics: "totalChats" });
// @ts-expect-error
void methods.getChatStatistics({ startTime: new Date() });

// Unknown options and operations, and streams of operations without a list.
// @ts-expect-error
void methods.listLeads({}, { timeout: 1 });
// @ts-expect-error
void methods.getNothing({ id: "n" });
// @ts-expect-error
void stream.getItem(path);

// If these two compile, `same` proves nothing above.
// @ts-expect-error
same<1, 2>();
