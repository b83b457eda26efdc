import fc from "fast-check";

/** The data of the API: leads and chats by key, in the order in which it lists them. */
export interface Dataset {
  readonly leads: Map<string, Record<string, unknown>>;
  readonly chats: Map<string, Record<string, unknown>>;
}

/** Enough records for several batches and pages; they never change. */
const BASE_LEADS = 2100;
const BASE_CHATS = 700;
const START = Math.floor(Date.now() / 1000) - 100_000;

export function createDataset(): Dataset {
  const leads = Array.from({ length: BASE_LEADS }, (_, index) => ({ id: `base-${index}` }));
  const chats = Array.from({ length: BASE_CHATS }, (_, index) => ({
    cid: `base-${index}`,
    lastMessageTime: START - index * 30,
  }));
  return {
    leads: new Map(leads.map((lead) => [lead.id, lead])),
    chats: new Map(chats.map((chat) => [chat.cid, chat])),
  };
}

/** A change of one record; a chat gets a message, which changes its time. */
export type Change =
  | { readonly kind: "lead"; readonly id: string; readonly value: number }
  | { readonly kind: "chat"; readonly id: string; readonly value: number }
  | { readonly kind: "no lead"; readonly id: string }
  | { readonly kind: "no chat"; readonly id: string };

const id = fc.integer({ min: 0, max: 9 }).map((number) => `some-${number}`);
const value = fc.integer({ min: 0, max: 3 });

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("lead" as const), id, value }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("chat" as const), id, value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("no lead" as const), id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("no chat" as const), id }) },
);

export function applyChange({ leads, chats }: Dataset, change: Change): void {
  switch (change.kind) {
    case "lead":
      leads.set(change.id, { id: change.id, value: change.value });
      break;
    case "chat":
      chats.set(change.id, { cid: change.id, value: change.value, lastMessageTime: Math.floor(Date.now() / 1000) });
      break;
    case "no lead":
      leads.delete(change.id);
      break;
    case "no chat":
      chats.delete(change.id);
      break;
    default:
      change satisfies never;
  }
}
