import { createChatReader, OVERLAP_SECONDS } from "../engine/chat-pages.js";
import type { Settings } from "../options.js";
import type { StreamName, TableName } from "../streams.js";

/** The list of a table from the API. */
export interface Listing {
  readonly table: TableName;
  readonly elements: AsyncIterable<unknown>;
}

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
    const reader = createChatReader({ client, showMessages: messages, signal });
    for await (const { chats } of reader.readPages({})) yield* chats;
    yield* await reader.readAtOnce({ from: reader.startTime() - OVERLAP_SECONDS });
  }

  async function* listItems(): AsyncGenerator<unknown> {
    // As in a run, spaces without a key are skipped, and each space is read once.
    const ids = new Set<string>();
    for await (const space of client.stream.listSpaces({}, options))
      if (typeof space?.id === "string") ids.add(space.id);
    for (const spaceId of ids) yield* client.stream.listItems({ spaceId }, options);
  }
}
