import type { ServiceformClient } from "@serviceform/client";

/** One call of each kind: data, error, a whole stream, a cancelled stream. */
export async function mixedCall(client: ServiceformClient, index: number, signal: AbortSignal): Promise<void> {
  switch (index % 4) {
    case 0:
      await client.listLeads({}, { signal });
      return;
    case 1:
      await client.safe.getItem({ spaceId: "s", itemId: "missing" }, { signal });
      return;
    case 2:
      for await (const _ of client.stream.listLeads({}, { signal }));
      return;
    default:
      for await (const _ of client.stream.listLeads({}, { signal })) break;
  }
}
