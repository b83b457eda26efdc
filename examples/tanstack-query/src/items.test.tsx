// @vitest-environment happy-dom
import { createSandbox } from "@serviceform/sandbox";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { createApi, createQueryClient } from "./create-api.ts";
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

test("a new item appears, because creating it makes the list stale", async () => {
  const { sandbox } = show("space-customers");
  fireEvent.change(await screen.findByLabelText("Name"), { target: { value: "Acme" } });
  fireEvent.click(screen.getByText("Add"));
  expect(await screen.findByText("Acme")).toBeTruthy();
  expect(sandbox.requests.map(({ operation }) => operation)).toEqual(["listItems", "createItem", "listItems"]);
});

test("shows that a space does not exist", async () => {
  const { sandbox } = show("nowhere");
  expect((await screen.findByRole("alert")).textContent).toMatch(/space/i);
  expect(sandbox.requests.map(({ status }) => status)).toEqual([404]);
});

test("shows why an item was not created", async () => {
  const { sandbox } = show("space-customers");
  const name = await screen.findByLabelText("Name");
  sandbox.faults.add({ kind: "status", status: 403, operation: "createItem" });
  fireEvent.change(name, { target: { value: "Acme" } });
  fireEvent.click(screen.getByText("Add"));
  expect((await screen.findByRole("alert")).textContent).not.toBe("");
});

function show(spaceId: string) {
  const sandbox = createSandbox();
  // A key in a page is public: there, `baseUrl` is a route of your own server, which adds the key.
  const api = createApi({ apiKey: "sf_sandbox_key", fetch: sandbox.fetch, dangerouslyAllowBrowser: true });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Items api={api} spaceId={spaceId} />
    </QueryClientProvider>,
  );
  return { sandbox };
}
