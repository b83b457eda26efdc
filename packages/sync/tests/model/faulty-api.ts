import fc from "fast-check";
import type { Dataset } from "./dataset.js";

/** A fault of one of the responses of a run. */
export type Fault =
  | { readonly kind: "none" }
  | { readonly kind: "truncated"; readonly request: number; readonly share: number }
  | { readonly kind: "empty" | "html" | "object" | "status" | "foreign"; readonly request: number };

const request = fc.integer({ min: 0, max: 4 });

export const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: "none" as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("truncated" as const),
      request,
      share: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("empty", "html", "object", "status", "foreign"), request }),
  },
);

/** A `fetch` that lists the dataset, with a fault. */
export function createFaultyApi(dataset: Dataset, fault: Fault): typeof fetch {
  let requests = 0;
  return async (input, init) => {
    const path = new URL(String(input)).pathname;
    const list = path.endsWith("/leads")
      ? [...dataset.leads.values()]
      : listChats(dataset, JSON.parse(String(init?.body)));
    const isHit = fault.kind !== "none" && fault.request === requests;
    requests += 1;
    return isHit ? respond(list, fault) : Response.json(list);
  };
}

function listChats({ chats }: Dataset, query: { startTime?: string; endTime?: string; limit?: number }): unknown[] {
  const [start, end] = [query.startTime, query.endTime].map((time) =>
    time === undefined ? undefined : Date.parse(time) / 1000,
  );
  return [...chats.values()]
    .filter(
      ({ lastMessageTime: time }) => Number(time) >= (start ?? 0) && Number(time) <= (end ?? Number.POSITIVE_INFINITY),
    )
    .sort((a, b) => Number(b.lastMessageTime) - Number(a.lastMessageTime))
    .slice(0, query.limit);
}

function respond(list: readonly unknown[], fault: Exclude<Fault, { kind: "none" }>): Response {
  const text = JSON.stringify(list);
  const foreign = list.map((_, index) => ({ id: `foreign-${index}`, cid: `foreign-${index}`, lastMessageTime: 1 }));
  const bodies = {
    truncated: text.slice(0, "share" in fault ? Math.floor(text.length * fault.share) : 0),
    empty: "[]",
    html: "<html></html>",
    object: "{}",
    status: "{}",
    foreign: JSON.stringify(foreign),
  };
  const headers = { "content-type": "application/json" };
  return new Response(bodies[fault.kind], { status: fault.kind === "status" ? 500 : 200, headers });
}
