import { createChatReader } from "../engine/chat-pages.js";
import type { Settings } from "../options.js";
import type { StreamName, TableName } from "../streams.js";

/** The list of a table from the API. */
export interface Listing {
  readonly table: TableName;
  readonly elements: AsyncIterable<unknown>;
}

/** Chats that move during the read have a last message within this many seconds before it. */
const OVERLAP_SECONDS = 15 * 60;

/** Lists all records of a stream from the API, table by table. A chat that moves during the read comes twice. */
export function listTables(
  { client, messages }: Pick<Settings, "client" | "messages">,
  stream: StreamName,
  signal: AbortSignal | undefined,
): Listing[] {
  const options = { signal, validate: "off" } as const;
  switch (stream) {
    case "leads":
      return [{ table: "leads", elements: client.stream.listLeads({}, options) }];
    case "chats":
      return [{ table: "chats", elements: listChats() }];
    case "items":
      return [
        { table: "spaces", elements: client.stream.listSpaces({}, options) },
        { table: "items", elements: listItems() },
      ];
    default:
      throw stream satisfies never;
  }

  async function* listChats(): AsyncGenerator<unknown> {
    const started = Date.now();
    const reader = createChatReader({ client, showMessages: messages, signal });
    for await (const { chats } of reader.readPages({})) yield* chats;
    yield* await reader.readAtOnce({ from: reader.toApiTime(started) - OVERLAP_SECONDS });
  }

  async function* listItems(): AsyncGenerator<unknown> {
    for (const { id } of await client.listSpaces({}, options)) yield* client.stream.listItems({ spaceId: id }, options);
  }
}
