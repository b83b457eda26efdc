import { expect, test } from "vitest";
import { create as heyApi } from "../peers/hey-api/create.ts";
import { create as openapiFetch } from "../peers/openapi-fetch/create.ts";
import { create as serviceform } from "../peers/serviceform/create.ts";
import type { Calls, CreatePeer } from "./peer.ts";

const BASE = "https://api.example.com";
const KEY = "k3y-of-the-account";

interface Ending {
  /** What was sent: method and path with query. */
  readonly sent: readonly string[];
  readonly data?: unknown;
  readonly error?: unknown;
}

/** Makes one call on answers of a script, the last of which stays. */
async function make(
  create: CreatePeer,
  call: (calls: Calls) => Promise<unknown>,
  ...answers: (() => Response)[]
): Promise<Ending> {
  const sent: string[] = [];
  const calls = create({
    baseUrl: BASE,
    apiKey: KEY,
    fetch: async (input, init) => {
      const { method, url } = new Request(input, init);
      sent.push(`${method} ${url.replace(BASE, "")}`);
      return (answers.length > 1 ? answers.shift() : answers[0])?.() ?? Response.json([]);
    },
  });
  return call(calls).then(
    (data) => ({ sent, data }),
    (error) => ({ sent, error }),
  );
}

const deleteParent = (calls: Calls) => calls.deleteItem({ spaceId: "space-1", itemId: ".." });

test("a path value of two dots is refused here; the others delete something else", async () => {
  expect(await make(serviceform, deleteParent)).toMatchObject({ sent: [], error: { param: "itemId" } });
  for (const create of [openapiFetch, heyApi]) {
    expect((await make(create, deleteParent)).sent).toEqual(["DELETE /flex/spaces/space-1/"]);
  }
});

test("a GET is sent again after 503 here; the others give up", async () => {
  const busy = () => new Response(null, { status: 503, headers: { "retry-after": "0" } });
  const list = (calls: Calls) => calls.listSpaces({});
  expect((await make(serviceform, list, busy, () => Response.json([]))).data).toEqual([]);
  for (const create of [openapiFetch, heyApi]) {
    expect((await make(create, list, busy, () => Response.json([]))).sent).toHaveLength(1);
  }
});

test("a page with status 200 is an error with status and operation here; of the others it is a bare SyntaxError", async () => {
  const page = () => new Response("<html>", { headers: { "content-type": "application/json" } });
  const list = (calls: Calls) => calls.listSpaces({});
  expect((await make(serviceform, list, page)).error).toMatchObject({ status: 200, operation: "listSpaces" });
  for (const create of [openapiFetch, heyApi]) {
    expect(Object.keys((await make(create, list, page)).error as object)).not.toContain("status");
  }
});

test("a Date in a query is refused here; openapi-fetch drops it and asks for all time, hey-api writes it out", async () => {
  const ask = (calls: Calls) => calls.getChatStatistics({ startTime: new Date(0) as never });
  expect(await make(serviceform, ask)).toMatchObject({ sent: [], error: { param: "startTime" } });
  expect((await make(openapiFetch, ask)).sent).toEqual(["GET /statistics/chat"]);
  expect((await make(heyApi, ask)).sent).toEqual(["GET /statistics/chat?startTime=1970-01-01T00:00:00.000Z"]);
});

test("a 404 without a body is an error with its status here; of the others it is an empty text or object", async () => {
  const gone = () => new Response("", { status: 404 });
  const get = (calls: Calls) => calls.getItem({ spaceId: "space-1", itemId: "item-1" });
  expect((await make(serviceform, get, gone)).error).toMatchObject({ name: "ApiError", status: 404 });
  expect((await make(openapiFetch, get, gone)).error).toBe("");
  expect((await make(heyApi, get, gone)).error).toEqual({});
});

test("a redirect is not followed here; with the others the key goes where it leads", async () => {
  const modeOf = async (create: CreatePeer): Promise<string | undefined> => {
    let mode: string | undefined;
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      mode = new Request(input, init).redirect;
      return Response.json([]);
    };
    await create({ baseUrl: BASE, apiKey: KEY, fetch }).listSpaces({});
    return mode;
  };
  expect([await modeOf(serviceform), await modeOf(openapiFetch), await modeOf(heyApi)]).toEqual([
    "manual",
    "follow",
    "follow",
  ]);
});

test("a key with a line break in it is refused without being shown here; the others print it", async () => {
  const sayOf = async (create: CreatePeer): Promise<string> => {
    try {
      await create({ baseUrl: BASE, apiKey: "k3y\nof-the-account", fetch: async () => Response.json([]) }).listSpaces(
        {},
      );
      return "nothing";
    } catch (error) {
      return String(error);
    }
  };
  expect(await sayOf(serviceform)).not.toContain("of-the-account");
  for (const create of [openapiFetch, heyApi]) expect(await sayOf(create)).toContain("of-the-account");
});
