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
  const json = (text: string, status = 200): Response =>
    new Response(text, { status, headers: { "content-type": "application/json" } });
  switch (fault.kind) {
    case "truncated": {
      const text = JSON.stringify(list);
      return json(text.slice(0, Math.floor(text.length * fault.share)));
    }
    case "empty":
      return json("[]");
    case "html":
      return json("<html></html>");
    case "object":
      return json("{}");
    case "status":
      return json("{}", 500);
    case "foreign":
      return Response.json(
        list.map((_, index) => ({ id: `foreign-${index}`, cid: `foreign-${index}`, lastMessageTime: 1 })),
      );
    default:
      throw fault satisfies never;
  }
}
