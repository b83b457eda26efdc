import { expect, test } from "vitest";
import { clientOf, jsonResponse, listLeadsBy } from "./runner/scripted-client.ts";

class Marked extends Error {}
Object.defineProperty(Marked.prototype, Symbol.for("@serviceform/rethrow"), { value: true });

/** Errors that frameworks throw through the client: they are rethrown unchanged, at once, and are no ConnectionError. */
const signals: Record<string, unknown> = {
  "an error with a digest": Object.assign(new Error("Dynamic server usage"), { digest: "DYNAMIC_SERVER_USAGE" }),
  "a promise that a render waits for": new Promise(() => {}),
  "React's postpone": Object.assign(new Error("postponed"), { $$typeof: Symbol.for("react.postpone") }),
  "an error that is marked": Object.assign(new Error("a sandbox's"), { [Symbol.for("@serviceform/rethrow")]: true }),
  "an error whose class is marked": new Marked("a sandbox's"),
};

/** The places that can throw. */
const places: Record<string, (thrown: unknown, count: () => void) => Parameters<typeof clientOf>> = {
  "fetch at once": (thrown, count) => [
    () => {
      count();
      throw thrown;
    },
  ],
  "fetch, later": (thrown, count) => [
    async () => {
      count();
      throw thrown;
    },
  ],
  "the body": (thrown, count) => [
    async () => {
      count();
      return new Response(new ReadableStream({ pull: (controller) => controller.error(thrown) }));
    },
  ],
  "the key function": (thrown, count) => [
    async () => jsonResponse([]),
    {
      apiKey: () => {
        count();
        throw thrown;
      },
    },
  ],
};

for (const [signal, thrown] of Object.entries(signals)) {
  test.for(Object.keys(places))(`${signal} that %s throws is rethrown unchanged at once`, async (place) => {
    for (const [by, list] of Object.entries(listLeadsBy)) {
      let count = 0;
      const observed: string[] = [];
      const [fetch, options] = (places[place] as (typeof places)[string])(thrown, () => count++);
      const client = clientOf(fetch, { ...options, hooks: { onError: () => observed.push("onError") } });
      const [outcome] = await Promise.allSettled([list(client)]);
      expect(outcome.status === "rejected" && outcome.reason, by).toBe(thrown);
      expect(count, by).toBe(1);
      expect(observed).toEqual([]);
    }
  });
}

test("a call that ends with such an error frees its slot", async () => {
  const responses = [() => Promise.reject(signals["an error with a digest"]), async () => jsonResponse([])];
  const client = clientOf(() => (responses.shift() as () => Promise<Response>)(), { maxConcurrency: 1 });
  await client.listLeads().catch(() => {});
  expect(await client.listLeads()).toEqual([]);
});

test("an error whose digest is no string is a ConnectionError", async () => {
  const client = clientOf(() => Promise.reject(Object.assign(new Error("x"), { digest: 7 })), { retries: 0 });
  expect((await client.safe.listLeads()).ok).toBe(false);
});

test("every request bypasses caches and names the client", async () => {
  const seen: RequestInit[] = [];
  const client = clientOf(async (_, init) => {
    seen.push(init);
    return jsonResponse([]);
  });
  await client.listLeads();
  await client.listLeads({}, { headers: { "User-Agent": "my-crm/1.0" } });
  expect(seen.map(({ cache }) => cache)).toEqual(["no-store", "no-store"]);
  const agents = seen.map(({ headers }) => (headers as Record<string, string>)["user-agent"]);
  expect(agents[0]).toMatch(/^serviceform-client\/(\d+\.\d+\.\d+|source)/);
  expect(agents[1]).toBe("my-crm/1.0");
});
