import { expect, test } from "vitest";
import { call, read } from "./testing/call.js";
import { createSandbox } from "./testing/sandbox.js";

const now = "2026-01-01T00:00:00Z";
const items = "/flex/spaces/space-customers/items";
const keyed = (key: string) => ({ key });

test("each key reads and writes the store of its own account", async () => {
  const sandbox = createSandbox({ now, accounts: { a: 2, b: 3 } });
  const leadsOf = async (key: string) => await read<{ id: string }[]>(sandbox, "GET /leads", keyed(key));
  const [own, a, b] = [await leadsOf("sf_sandbox_key"), await leadsOf("a"), await leadsOf("b")];
  expect([own, a, b]).toEqual([
    sandbox.store.leads,
    sandbox.account("a").store.leads,
    sandbox.account("b").store.leads,
  ]);
  expect(a).toEqual(createSandbox({ now, seed: 2 }).store.leads);
  const ids = [own, a, b].flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(72);

  await call(sandbox, `POST ${items}`, { key: "a", body: { primary_field: "Acme" } });
  const titles = ["a", "b"].map((key) => sandbox.account(key).store.items.at(-1)?.primary_field);
  expect([titles[0], titles[1] === "Acme"]).toEqual(["Acme", false]);
});

test("each account has days of its own", async () => {
  const sandbox = createSandbox({ now, accounts: { a: 2 } });
  const { created } = sandbox.account("a").advance({ days: 3, newShare: 0.5 }).leads;
  expect([created.length, sandbox.account("a").store.leads.length, sandbox.store.leads.length]).toEqual([12, 35, 24]);
  const dates = [await call(sandbox, "GET /leads", keyed("a")), await call(sandbox, "GET /leads")].map((response) =>
    response.headers.get("date"),
  );
  expect(dates).toEqual(["Sun, 04 Jan 2026 00:00:00 GMT", "Thu, 01 Jan 2026 00:00:00 GMT"]);
  sandbox.reset();
  expect(sandbox.account("a").store).toEqual(createSandbox({ now, seed: 2 }).store);
});

test("the account of apiKey is the sandbox itself", () => {
  const sandbox = createSandbox({ apiKey: "k" });
  expect(sandbox.account("k").store).toBe(sandbox.store);
});

test("an unknown key is unauthorized and has no account", async () => {
  const sandbox = createSandbox({ accounts: { a: 2 } });
  expect((await call(sandbox, "GET /leads", keyed("c"))).status).toBe(401);
  expect((await call(sandbox, "GET /flex/spaces", keyed("c"))).status).toBe(403);
  expect(() => sandbox.account("c")).toThrow("apiKey must be that of an account");
});
