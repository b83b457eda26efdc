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
export interface Change {
  readonly table: keyof Dataset;
  readonly id: string;
  /** Undefined if the record is deleted. */
  readonly value: number | undefined;
}

const id = fc.integer({ min: 0, max: 9 }).map((number) => `some-${number}`);
const value = fc.integer({ min: 0, max: 3 });
const [leads, chats] = [fc.constant("leads" as const), fc.constant("chats" as const)];
const gone = fc.constant(undefined);

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ table: leads, id, value }) },
  { weight: 3, arbitrary: fc.record({ table: chats, id, value }) },
  { weight: 2, arbitrary: fc.record({ table: leads, id, value: gone }) },
  { weight: 1, arbitrary: fc.record({ table: chats, id, value: gone }) },
);

export function applyChange(dataset: Dataset, { table, id, value }: Change): void {
  if (value === undefined) dataset[table].delete(id);
  else if (table === "leads") dataset.leads.set(id, { id, value });
  else dataset.chats.set(id, { cid: id, value, lastMessageTime: Math.floor(Date.now() / 1000) });
}
