import { operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import { call } from "../testing/call.js";
import { createSandbox } from "../testing/sandbox.js";
import { createFaultList } from "./fault-list.js";

const statuses = async (sandbox: ReturnType<typeof createSandbox>, count: number, what = "GET /flex/spaces") => {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await call(sandbox, what)).status);
  return found;
};

test("a fault hits as many requests as its times, one by default", async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: "status", status: 500 });
  sandbox.faults.add({ kind: "status", status: 502, times: 2 });
  expect(await statuses(sandbox, 4)).toEqual([500, 502, 502, 200]);
  expect(sandbox.faults.list()).toEqual([]);
});

test("a fault with times Infinity hits every request", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "status", status: 500, times: Number.POSITIVE_INFINITY }] });
  expect(new Set(await statuses(sandbox, 50))).toEqual(new Set([500]));
});

test("a fault hits its operation only", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "status", status: 500, operation: "listSpaces" }] });
  expect(await statuses(sandbox, 1, "GET /leads")).toEqual([200]);
  expect(await statuses(sandbox, 2)).toEqual([500, 200]);
});

test("unknown paths, methods and preflights take no fault", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "status", status: 500 }] });
  expect([...(await statuses(sandbox, 1, "GET /x")), ...(await statuses(sandbox, 1, "PUT /leads"))]).toEqual([
    404, 405,
  ]);
  await call(sandbox, "OPTIONS /leads", { headers: { "access-control-request-method": "GET" } });
  expect(await statuses(sandbox, 2)).toEqual([500, 200]);
});

test("a fault hits before the key is validated", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "status", status: 500 }] });
  expect((await call(sandbox, "GET /leads", { key: undefined })).status).toBe(500);
});

test("faults hit concurrent requests in the order of the calls", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "status", status: 500 }] });
  const slowBody = new ReadableStream({
    async start(controller) {
      await new Promise(setImmediate);
      controller.enqueue(new TextEncoder().encode("{}"));
      controller.close();
    },
  });
  const init = {
    method: "POST",
    body: slowBody,
    duplex: "half",
    headers: { "sf-api-key": "sf_sandbox_key" },
  } as RequestInit;
  const responses = await Promise.all([
    sandbox.fetch("https://link.serviceform.com/chats", init),
    call(sandbox, "GET /leads"),
  ]);
  expect(responses.map(({ status }) => status)).toEqual([500, 200]);
});

test("a fault can be removed, and all of them", async () => {
  const sandbox = createSandbox();
  const remove = sandbox.faults.add({ kind: "status", status: 500 });
  sandbox.faults.add({ kind: "status", status: 502 });
  remove();
  remove();
  expect(sandbox.faults.list()).toEqual([{ kind: "status", status: 502, times: 1 }]);
  sandbox.faults.clear();
  expect(await statuses(sandbox, 1)).toEqual([200]);
});

test("a fault that is changed after it was added stays as it was", async () => {
  const sandbox = createSandbox();
  const fault = { kind: "status" as const, status: 500 };
  sandbox.faults.add(fault);
  fault.status = 99;
  expect(await statuses(sandbox, 1)).toEqual([500]);
});

test("a probability depends on the seed, and a miss does not count as a hit", async () => {
  const run = (seed: number) => {
    const faults = [{ kind: "status", status: 500, times: 20, probability: 0.3 }] as const;
    return statuses(createSandbox({ seed, faults }), 100);
  };
  const first = await run(1);
  expect(await run(1)).toEqual(first);
  expect(await run(2)).not.toEqual(first);
  expect(first.filter((status) => status === 500)).toHaveLength(20);
  expect(first.indexOf(200)).toBeLessThan(first.lastIndexOf(500));
});

test("a probability of 0 never hits and one of 1 always does", async () => {
  const never = createSandbox({ faults: [{ kind: "status", status: 500, times: 100, probability: 0 }] });
  expect(await statuses(never, 50)).not.toContain(500);
  const always = createSandbox({ faults: [{ kind: "status", status: 500, times: 100, probability: 1 }] });
  expect(await statuses(always, 50)).not.toContain(200);
});

test.each<readonly [unknown, string]>([
  [null, "a fault must be an object"],
  [{}, "the kind of a fault must be one of status, latency"],
  [{ kind: "toString" }, "the kind of a fault must be one of status, latency"],
  [{ kind: "status" }, "status of a fault of kind status must be an integer from 300 to 599, or 204 or 205"],
  [{ kind: "status", status: 200 }, "status of a fault of kind status must be an integer from 300 to 599"],
  [{ kind: "status", status: 299 }, "status of a fault of kind status must be an integer from 300 to 599"],
  [{ kind: "status", status: 100 }, "status of a fault of kind status must"],
  [{ kind: "status", status: 503, retryAfterSeconds: -1 }, "retryAfterSeconds of a fault of kind status must"],
  ...[100, 204, 304, 600, "404", null].map(
    (status) =>
      [
        { kind: "html", status },
        "status of a fault of kind html must be an integer from 200 to 599 whose response can have a body",
      ] as const,
  ),
  [{ kind: "latency", ms: Number.NaN }, "ms of a fault of kind latency must"],
  [{ kind: "stall" }, 'after of a fault of kind stall must be "nothing" or "headers"'],
  [{ kind: "redirect", to: "a b" }, "to of a fault of kind redirect must be an address"],
  [{ kind: "redirect", to: "x\r\ny" }, "to of a fault of kind redirect must be an address"],
  [{ kind: "reset", times: 0 }, "times of a fault of kind reset must be an integer of at least 1, or Infinity"],
  [{ kind: "reset", probability: 1.1 }, "probability of a fault of kind reset must"],
  [
    { kind: "reset", operation: "getItems" },
    `operation of a fault of kind reset must be one of ${Object.keys(operationTable)[0]}`,
  ],
  [{ kind: "reset", applied: 1 }, "applied of a fault of kind reset must be true or false"],
  [{ kind: "reset", after: "headers" }, 'unknown field "after" of a fault of kind reset; expected kind, operation'],
  [{ kind: "shape", body: { id: 1n } }, "body of a fault of kind shape must be a value that JSON has a form for"],
  [{ kind: "slow" }, "bytesPerSecond of a fault of kind slow must be a number of at least 1"],
  [{ kind: "foreign", seed: 0.5 }, "seed of a fault of kind foreign must be an integer"],
  [{ kind: "empty", operation: "getItem" }, "operation of a fault of kind empty must be one that responds with a list"],
])("the fault %o is rejected", (fault, sentence) => {
  expect(() => createFaultList().add(fault as never)).toThrow(sentence);
});
