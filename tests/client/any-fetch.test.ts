import { Readable } from "node:stream";
import { createSandbox } from "@serviceform/sandbox";
import { expect, onTestFinished, test, vi } from "vitest";
import { clientOf, jsonResponse, listLeadsBy, rejection } from "./runner/scripted-client.ts";
import { watchUnhandled } from "./runner/unhandled.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime(0.5);

type Head = Pick<Response, "ok" | "status" | "headers">;

/** Responses that are no `Response` of the platform. */
const conversions: Record<string, (head: Head, text: string) => object> = {
  "text() alone, as in React Native": (head, text) => ({ ...head, text: async () => text }),
  "a Node.js stream, as of node-fetch": (head, text) => ({ ...head, body: Readable.from([Buffer.from(text)]) }),
  "a Node.js stream of text in chunks": (head, text) => ({
    ...head,
    body: Readable.from(text.match(/.{1,7}/gsu) ?? []),
  }),
  "an async generator": (head, text) => ({ ...head, body: generateChunks(Buffer.from(text)) }),
  "json() alone, as of a mock": ({ ok, status }, text) => ({
    ok,
    status,
    json: async () => (text ? JSON.parse(text) : undefined),
  }),
  "headers as a plain object": ({ status, headers }, text) => {
    return { status, headers: Object.fromEntries(headers), text: async () => text };
  },
  "a body that is no stream beside text()": (head, text) => ({ ...head, body: {}, text: async () => text }),
  "a body that is null beside text()": (head, text) => ({ ...head, body: null, text: async () => text }),
};

async function* generateChunks(bytes: Buffer) {
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
}

for (const [name, convert] of Object.entries(conversions)) {
  test(`a response with ${name} is read`, async () => {
    const sandbox = createSandbox({ leadCount: 20 });
    const fetch = async (url: string, init: RequestInit) => {
      const response = await sandbox.fetch(url, init);
      const { ok, status, headers } = response;
      return convert({ ok, status, headers }, await response.text()) as Response;
    };
    const client = clientOf(fetch, { apiKey: "sf_sandbox_key" });
    const before = sandbox.store.items.length;
    expect(await client.listLeads()).toHaveLength(20);
    const item = await client.createItem({ spaceId: "space-customers", primary_field: "Zoë 😀" });
    expect(item.primary_field).toBe("Zoë 😀");
    expect(sandbox.store.items).toHaveLength(before + 1);
    expect(await Array.fromAsync(client.stream.listLeads())).toEqual([...sandbox.store.leads]);
    expect(await client.deleteItem({ spaceId: "space-customers", itemId: item.id })).toBeUndefined();
    const error = await rejection(client.getItem({ spaceId: "space-customers", itemId: item.id }));
    expect(error).toMatchObject({ name: "ApiError", status: 404 });
    expect(error.body.message).toContain(item.id);
  });
}

/** Node.js streams and readers that never end. */
const stalled: Record<string, () => object> = {
  "a reader that does not end when it is cancelled": () => ({
    getReader: () => ({ read: () => new Promise(() => {}), cancel: async () => {} }),
    cancel: async () => {},
  }),
  "a Node.js stream": () => new Readable({ read() {} }),
  "an async generator": () =>
    (async function* () {
      await new Promise(() => {});
    })(),
};

for (const [name, body] of Object.entries(stalled)) {
  for (const status of [200, 404]) {
    test(`${name} that stalls ends with the call's limits, with status ${status}`, async () => {
      const unhandled = watchUnhandled();
      const fetch = async () => ({ status, headers: new Headers(), body: body() }) as unknown as Response;
      const client = clientOf(fetch, { retries: 0, timeoutMs: 50 });
      const name = status === 200 ? "TimeoutError" : "ApiError";
      for (const list of [listLeadsBy.method, listLeadsBy.stream])
        expect(await settle(rejection(list(client)))).toMatchObject({ name });
      expect(await unhandled.settled()).toEqual([]);
    });
  }
}

/** How an iterator can respond to its `return()`. */
const ends: Record<string, () => unknown> = {
  "gives no promise": () => ({ done: true }),
  "gives nothing": () => undefined,
  throws: () => {
    throw new Error("return");
  },
  rejects: () => Promise.reject(new Error("return")),
};

test.for(Object.entries(ends))(
  "a body whose iterator stalls, and %s at its end, ends with the call's limits",
  async ([, implementation]) => {
    const unhandled = watchUnhandled();
    const end = vi.fn(implementation);
    const body = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}), return: end }) };
    const client = clientOf(async () => ({ status: 200, body }) as never, { retries: 0, timeoutMs: 50 });
    expect(await settle(rejection(client.listLeads()))).toMatchObject({ name: "TimeoutError" });
    expect(end).toHaveBeenCalledOnce();
    expect(await unhandled.settled()).toEqual([]);
  },
);

test("a body with a chunk that is neither bytes nor text is a ConnectionError", async () => {
  const fetch = async () => ({ status: 200, body: Readable.from([[1, 2]]) }) as never;
  const client = clientOf(fetch, { retries: 0 });
  const expected = { name: "ConnectionError", cause: { message: "chunks of a body must be bytes or text" } };
  for (const list of [listLeadsBy.method, listLeadsBy.stream])
    expect(await rejection(list(client))).toMatchObject(expected);
});

test("a stream reads each chunk that is a view of bytes", async () => {
  const bytes = new TextEncoder().encode('[1,22,"ab"]');
  const view = (start: number, end: number) => new DataView(bytes.buffer, start, end - start);
  const chunks: unknown[] = [
    bytes.subarray(0, 4),
    view(4, 6),
    Buffer.from(bytes.subarray(6, 7)),
    new Uint16Array([0x6261]),
    '"]',
  ];
  const body = {
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: chunks.length === 0, value: chunks.shift() }) }),
  };
  const client = clientOf(async () => ({ status: 200, body }) as never);
  expect(await Array.fromAsync(client.stream.listLeads())).toEqual([1, 22, "ab"]);
});

test("headers that are invalid are ignored", async () => {
  const respond = (status: number) => async () =>
    ({ status, headers: { "in valid": "x" }, text: async () => "[]" }) as never;
  expect(await clientOf(respond(200)).listLeads()).toEqual([]);
  const error = await rejection(clientOf(respond(404)).listLeads());
  expect(error).toMatchObject({ name: "ApiError", status: 404, headers: new Headers() });
});

test("headers with get() alone are read", async () => {
  const get = (name: string) => ({ location: "https://evil.example/a", "x-request-id": 7 })[name] ?? null;
  const client = clientOf(async () => ({ status: 302, headers: { get }, text: async () => "" }) as never);
  const error = await settle(rejection(client.listLeads()));
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 1, requestId: "7" });
  expect(error.message).toMatch(/^redirect to https:\/\/evil\.example was not followed/);
});

test.for([
  ["get() alone", { get: (name: string) => ({ "x-request-id": "req_1" })[name] ?? null }],
  [
    "the names of HTTP/2",
    new Map([
      [":status", "404"],
      ["x-request-id", "req_1"],
    ]),
  ],
] as const)("the headers of an error with %s are kept as they are", async ([, headers]) => {
  const client = clientOf(async () => ({ status: 404, headers, text: async () => '{"message":"gone"}' }) as never);
  const error = await rejection(client.getItem({ spaceId: "s", itemId: "i" }));
  expect(error).toMatchObject({ name: "ApiError", body: { message: "gone" }, requestId: "req_1" });
  expect(error.headers.get("x-request-id")).toBe("req_1");
});

test("a body that times out is canceled, even when it ignores the abort", async () => {
  const body = new Readable({ read() {} });
  const fetch = async () => ({ status: 200, headers: new Headers(), body }) as unknown as Response;
  const client = clientOf(fetch, { retries: 0, timeoutMs: 50 });
  expect(await settle(rejection(client.listLeads()))).toMatchObject({ name: "TimeoutError" });
  expect(body.destroyed).toBe(true);
});

test.for([
  ["undefined", undefined],
  ["null", null],
  ["a text", "[]"],
  ["an empty object", {}],
  ["a status below 100", { status: 99, text: async (): Promise<string> => "[]" }],
  ["a status above 999", { status: 1_000, text: async (): Promise<string> => "[]" }],
  ["a status that is a text", { status: "200", text: async (): Promise<string> => "[]" }],
  ["Response.error()", Response.error()],
] as const)("a fetch that resolves to %s is named, and not called again", async ([, value]) => {
  let requests = 0;
  const client = clientOf(async () => {
    requests += 1;
    return value as never;
  });
  const error = await settle(rejection(client.listLeads()));
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 1 });
  expect(error.message).toMatch(/^fetch did not return a Response/);
  expect(requests).toBe(1);
  expect(await settle(rejection(client.createItem({ spaceId: "s", primary_field: "x" })))).toMatchObject({
    mayHaveSucceeded: true,
  });
});

const consume = async (response: Response): Promise<Response> => {
  await response.text();
  return response;
};
const lock = async (response: Response): Promise<Response> => {
  response.body?.getReader();
  return response;
};

test.for([
  ["was read", consume, "was read before fetch returned it"],
  ["is locked", lock, "was read before fetch returned it"],
  ["is missing", async ({ status }: Response) => ({ status }) as Response, "is missing"],
] as const)(
  "a body that %s is an error that is not retried and names it and the status",
  async ([, spend, problem]) => {
    let requests = 0;
    const respondingWith = (status: number) =>
      clientOf(async () => {
        requests += 1;
        return spend(jsonResponse([{ id: "1" }], { status }));
      });
    for (const [status, name] of [
      [200, "ResponseError"],
      [404, "ApiError"],
      [503, "ApiError"],
    ] as const) {
      const error = await settle(rejection(respondingWith(status).listLeads()));
      expect(error).toMatchObject({ name, status, attempts: 1 });
      expect(error.message).toMatch(
        new RegExp(`^API responded with ${status}, but the body ${problem}: listLeads GET`),
      );
      expect([error.bodyPreview, error.body]).toEqual(status === 200 ? ["", undefined] : [undefined, ""]);
    }
    expect(requests).toBe(3);
  },
);

test.for([
  ["a body that is null", { status: 200, body: null }],
  ["the status 204 alone", { status: 204 }],
] as const)("a response with %s has no body", async ([, response]) => {
  const client = clientOf(async () => response);
  const ids = { spaceId: "s", itemId: "i" };
  expect(await client.deleteItem(ids)).toBeUndefined();
  expect(await client.request({ method: "POST", path: "/a" })).toBeUndefined();
  expect((await rejection(client.getItem(ids))).message).toContain("but the body is empty");
});

test("an error with a body that is null has an empty body", async () => {
  const client = clientOf(async () => ({ status: 404, body: null }));
  const error = await rejection(client.getItem({ spaceId: "s", itemId: "i" }));
  expect(error).toMatchObject({ name: "ApiError", status: 404, body: "" });
  expect(error.message).toMatch(/^API responded with 404: getItem GET /);
});

test.for([
  ["undefined", undefined],
  ["null", null],
  ["a Node.js stream that fails when it is destroyed", "stream"],
  [
    "a body whose cancel throws",
    {
      body: {
        cancel: () => {
          throw new Error("cancel");
        },
      },
    },
  ],
  ["a body whose cancel rejects", { body: { cancel: () => Promise.reject(new Error("cancel")) } }],
] as const)("a late response that is %s leaves nothing open", async ([, late]) => {
  const unhandled = watchUnhandled();
  const failing = () =>
    new Readable({
      read() {},
      destroy(_, done) {
        done(new Error("destroyed"));
      },
    });
  const response = late === "stream" ? { status: 200, body: failing() } : late;
  const fetch = () => new Promise((resolve) => setTimeout(resolve, 100, response)) as Promise<Response>;
  const client = clientOf(fetch, { timeoutMs: 10, retries: 0 });
  expect(await settle(rejection(client.listLeads()))).toMatchObject({ name: "TimeoutError" });
  await settle(new Promise((resolve) => setTimeout(resolve, 200)));
  expect(await unhandled.settled()).toEqual([]);
});

test("a retry and a redirect cancel a body that is a Node.js stream", async () => {
  const bodies: Readable[] = [];
  const respondingWith = (status: number, headers = {}) =>
    clientOf(async () => {
      const body = new Readable({ read() {} });
      bodies.push(body);
      return { status, headers: new Headers(headers), body } as unknown as Response;
    });
  expect((await settle(respondingWith(503).safe.listLeads())).ok).toBe(false);
  expect((await settle(respondingWith(302, { location: "https://other.example" }).safe.listLeads())).ok).toBe(false);
  expect(bodies.map(({ destroyed }) => destroyed)).toEqual(bodies.map(() => true));
  expect(bodies).toHaveLength(4);
});

test("a retry destroys a body that can do nothing else", async () => {
  const destroy = vi.fn();
  const responses = [{ status: 503, body: { destroy }, text: async () => "" }, jsonResponse([])];
  expect(await settle(clientOf(async () => responses.shift() as never).listLeads())).toEqual([]);
  expect(destroy).toHaveBeenCalledOnce();
});

/** A signal of React Native's polyfill: it has `aborted` but no `reason`. */
class SignalWithoutReason extends EventTarget {
  aborted = false;
  abort(): void {
    this.aborted = true;
    this.dispatchEvent(new Event("abort"));
  }
}

test.for(["before", "during"] as const)(
  "a signal without a reason, aborted %s the call, is an AbortError",
  async (when) => {
    for (const list of Object.values(listLeadsBy)) {
      const signal = new SignalWithoutReason();
      if (when === "before") signal.abort();
      else setTimeout(() => signal.abort(), 20);
      const options = { signal: signal as unknown as AbortSignal };
      const client = clientOf(() => new Promise(() => {}));
      expect(await settle(rejection(list(client, options)))).toMatchObject({ name: "AbortError" });
    }
  },
);

test.for([
  ["a DOMException", DOMException],
  ["an Error where the runtime has no DOMException", undefined],
] as const)("the reason of a signal without one is %s", async ([, exception]) => {
  vi.stubGlobal("DOMException", exception);
  onTestFinished(() => void vi.unstubAllGlobals());
  const signal = new SignalWithoutReason();
  signal.abort();
  const options = { signal: signal as unknown as AbortSignal };
  const reason = await rejection(clientOf(() => new Promise(() => {})).listLeads({}, options));
  expect(reason).toBeInstanceOf(exception ?? Error);
  expect(String(reason)).toBe("AbortError: This operation was aborted");
});
