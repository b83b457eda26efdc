// @vitest-environment happy-dom
import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { SWRConfig } from "swr";
import { afterEach, expect, test } from "vitest";
import { Items } from "./items.tsx";

afterEach(cleanup);

test("lists the items of a space", async () => {
  const { sandbox } = show("space-customers");
  const titles = sandbox.store.items
    .filter(({ space_id }) => space_id === "space-customers")
    .map(({ primary_field = "" }) => primary_field);
  const shown = await screen.findAllByRole("listitem");
  expect(shown.map(({ textContent }) => textContent)).toEqual(titles);
});

test("a new item appears", async () => {
  const { sandbox } = show("space-customers");
  fireEvent.click(await screen.findByText("Add Acme"));
  expect(await screen.findByText("Acme")).toBeTruthy();
  expect(sandbox.requests.map(({ operation }) => operation)).toEqual(["listItems", "createItem", "listItems"]);
});

test("shows that a space does not exist, after one request", async () => {
  const { sandbox } = show("nowhere");
  expect((await screen.findByRole("alert")).textContent).toContain("404");
  expect(sandbox.requests.map(({ status }) => status)).toEqual([404]);
});

test("shows that an item was not created, and sends it once", async () => {
  const { sandbox } = show("space-customers");
  const add = await screen.findByText("Add Acme");
  sandbox.faults.add({ kind: "status", status: 500, operation: "createItem", times: Number.POSITIVE_INFINITY });
  fireEvent.click(add);
  expect((await screen.findByRole("alert")).textContent).toContain("500");
  expect(sandbox.requests.filter(({ operation }) => operation === "createItem")).toHaveLength(1);
});

function show(spaceId: string) {
  const sandbox = createSandbox();
  // A key in a page is public: there, `baseUrl` must be a route of your own server, which adds the key.
  const serviceform = createClient({ apiKey: "sf_sandbox_key", fetch: sandbox.fetch, dangerouslyAllowBrowser: true });
  render(
    <SWRConfig value={{ provider: () => new Map() }}>
      <Items serviceform={serviceform} spaceId={spaceId} />
    </SWRConfig>,
  );
  return { sandbox };
}
