import { createClient, isServiceformError, type ServiceformClient } from "@serviceform/client";
import type { Fault } from "@serviceform/sandbox";
import { startServer } from "@serviceform/sandbox/server";
import { expect, test } from "vitest";

const CALLS = 1_000;
const CLIENTS = 5;
const WORKERS = 16;

/** A third of the requests is hurt: before and after the API has done its work. */
const faults: Fault[] = (
  [
    { kind: "reset" },
    { kind: "reset", applied: false },
    { kind: "cut" },
    { kind: "cut", applied: false },
    { kind: "stall", after: "nothing" },
    { kind: "stall", after: "nothing", applied: false },
    { kind: "stall", after: "headers" },
    { kind: "status", status: 500 },
    { kind: "status", status: 502, applied: true },
    { kind: "status", status: 503 },
    { kind: "status", status: 503, retryAfterSeconds: 0 },
    { kind: "status", status: 504, applied: true },
    { kind: "status", status: 429 },
    { kind: "status", status: 408, applied: true },
    { kind: "html" },
    { kind: "html", applied: true },
    { kind: "redirect", to: "https://evil.example/" },
    { kind: "redirect", to: "https://evil.example/", applied: true },
    { kind: "shape", body: 5 },
    { kind: "latency", ms: 30 },
    { kind: "latency", ms: 250 },
    { kind: "latency", ms: 250, applied: true },
  ] as const
).map((fault) => ({ ...fault, times: Number.POSITIVE_INFINITY, probability: 0.018 }));

/** What a call reported of the item that it alone writes. */
interface Report {
  readonly operation: "createItem" | "updateItem" | "deleteItem";
  readonly name: string;
  readonly itemId?: string;
  readonly ok: boolean;
  readonly mayHaveSucceeded: boolean;
}

test("a thousand calls, a third of them hurt: nothing is lost, doubled or wrong", { timeout: 60_000 }, async () => {
  const server = await startServer({ seed: 7 });
  const { sandbox } = server;
  const spaceId = sandbox.store.spaces[0]?.id ?? "";
  const owned = sandbox.store.items.filter((item) => item.space_id === spaceId).length;
  expect(owned).toBeGreaterThan(0);
  const truth = { spaces: structuredClone(sandbox.store.spaces), leads: structuredClone([...sandbox.store.leads]) };
  const clients = Array.from({ length: CLIENTS }, () =>
    createClient({
      apiKey: "sandbox",
      baseUrl: server.url,
      timeoutMs: 150,
      totalTimeoutMs: 2_000,
      retries: { limit: 3, baseDelayMs: 2, budget: 1_000 },
    }),
  );
  const calm = createClient({ apiKey: "sandbox", baseUrl: server.url, maxConcurrency: WORKERS });
  // What is updated and deleted is there before the weather turns.
  const targets = await Promise.all(
    Array.from({ length: CALLS * 0.3 }, (_, index) => calm.createItem({ spaceId, primary_field: `target-${index}` })),
  );
  for (const fault of faults) sandbox.faults.add(fault);

  const reports: Report[] = [];
  const problems: string[] = [];
  let hurt = 0;
  let next = 0;

  /** Ends in data or a typed error; anything else is a problem. */
  async function attempt<Data>(call: Promise<Data>): Promise<{ ok: true; data: Data } | { ok: false; may: boolean }> {
    try {
      return { ok: true, data: await call };
    } catch (error) {
      hurt += 1;
      if (!isServiceformError(error) || error.name === "ConfigurationError") problems.push(`untyped: ${String(error)}`);
      return { ok: false, may: isServiceformError(error) && error.mayHaveSucceeded };
    }
  }

  async function one(client: ServiceformClient, index: number): Promise<void> {
    const turn = index % 10;
    const target = targets[Math.floor(index / 10) * 3 + (turn % 3)];
    const itemId = target?.id as string;
    const name = `call-${index}`;
    switch (turn) {
      case 0:
      case 1:
      case 2: {
        const result = await attempt(client.createItem({ spaceId, primary_field: name }));
        if (result.ok && result.data.primary_field !== name) problems.push(`${name}: another item came back`);
        return void reports.push({
          operation: "createItem",
          name,
          ok: result.ok,
          mayHaveSucceeded: !result.ok && result.may,
          ...(result.ok && { itemId: result.data.id }),
        });
      }
      case 3: {
        const result = await attempt(client.updateItem({ spaceId, itemId, primary_field: name }));
        if (result.ok && result.data.primary_field !== name) problems.push(`${name}: another item came back`);
        return void reports.push({
          operation: "updateItem",
          name,
          itemId,
          ok: result.ok,
          mayHaveSucceeded: !result.ok && result.may,
        });
      }
      case 4: {
        const result = await attempt(client.deleteItem({ spaceId, itemId }));
        return void reports.push({
          operation: "deleteItem",
          name,
          itemId,
          ok: result.ok,
          mayHaveSucceeded: !result.ok && result.may,
        });
      }
      case 5: {
        const result = await attempt(client.getItem({ spaceId, itemId }));
        if (result.ok && result.data.id !== itemId) problems.push(`${name}: another item was read`);
        return;
      }
      case 6: {
        const leads: unknown[] = [];
        const result = await attempt(
          (async () => {
            for await (const lead of client.stream.listLeads()) leads.push(lead);
          })(),
        );
        if (result.ok) return compare(name, leads, truth.leads);
        return compare(name, leads, truth.leads.slice(0, leads.length));
      }
      case 7: {
        const result = await attempt(client.listLeads());
        return result.ok ? compare(name, result.data, truth.leads) : undefined;
      }
      case 8: {
        const result = await attempt(
          index % 20 === 8 ? client.listSpaces() : client.listItems({ spaceId }).then(() => truth.spaces),
        );
        return result.ok ? compare(name, result.data, truth.spaces) : undefined;
      }
      default: {
        const result = await attempt<unknown>(
          index % 20 === 9 ? client.listChats({ limit: 3 }) : client.getChatStatistics(),
        );
        if (result.ok && typeof result.data !== "object") problems.push(`${name}: no data`);
      }
    }
  }

  function compare(name: string, got: unknown, expected: unknown): void {
    if (JSON.stringify(got) !== JSON.stringify(expected)) problems.push(`${name}: wrong data`);
  }

  async function work(worker: number): Promise<void> {
    const client = clients[worker % CLIENTS] as ServiceformClient;
    while (next < CALLS) await one(client, next++);
  }

  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  sandbox.faults.clear();
  await server.close();

  const { items } = sandbox.store;
  for (const { operation, name, itemId, ok, mayHaveSucceeded } of reports) {
    if (operation === "createItem") {
      const found = items.filter((item) => item.primary_field === name);
      if (found.length > 1) problems.push(`${name}: created ${found.length} times`);
      if (ok && found.length === 0) problems.push(`${name}: lost`);
      if (ok && found[0]?.id !== itemId) problems.push(`${name}: wrong id`);
      if (!ok && found.length > 0 && !mayHaveSucceeded) problems.push(`${name}: exists, but the error hides it`);
    } else if (operation === "updateItem") {
      const is = items.some((item) => item.id === itemId && item.primary_field === name);
      if (ok && !is) problems.push(`${name}: the update is lost`);
      if (!ok && is && !mayHaveSucceeded) problems.push(`${name}: updated, but the error hides it`);
    } else {
      const is = items.some((item) => item.id === itemId);
      if (ok && is) problems.push(`${name}: said to be deleted, but is there`);
      if (!ok && !is && !mayHaveSucceeded) problems.push(`${name}: deleted, but the error hides it`);
    }
  }
  expect(problems).toEqual([]);
  expect(reports.filter(({ ok }) => ok).length).toBeGreaterThan(50);
  expect(hurt).toBeGreaterThan(20);
});
