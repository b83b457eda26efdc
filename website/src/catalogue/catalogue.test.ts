import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigurationError, createClient } from "@serviceform/client";
import { expect, test } from "vitest";
import { readPage } from "../links/read-page.ts";
import { readSources } from "./read-sources.ts";
import { readTables } from "./read-tables.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const CLIENT = join(ROOT, "packages/client");

const sources = readSources(join(CLIENT, "src"));
const catalogue = readTables(join(ROOT, "docs/errors.md"));
const classes = ["ApiError", "ConnectionError", "TimeoutError", "ResponseError", "ConfigurationError"];

test("every refusal of the sources is read", () => {
  expect(sources.refusals).toHaveLength(sources.calls);
});

test("the catalogue has every refusal, and none that is gone", () => {
  const listed = catalogue.filter(({ section, cells }) => section === "ConfigurationError" && "says" in cells);
  const names = listed.map(({ cells }) => `${cells.refused} ${cells.says}`);
  expect(names.toSorted()).toEqual(unique(sources.refusals.map(({ refused, why }) => `${refused} ${why}`)));
});

test("the catalogue has every message of every class, and none that is gone", () => {
  const listed = catalogue.filter(
    ({ section, cells }) => section !== "ConfigurationError" && "says" in cells && !("problem" in cells),
  );
  const thrown = sources.messages.filter(({ name }) => classes.includes(name));
  expect(listed.map(({ section, cells }) => `${section}: ${cells.says}`).toSorted()).toEqual(
    unique(thrown.map(({ name, says }) => `${name}: ${says}`)),
  );
});

test("the catalogue has everything that may be wrong with a connection or a body, and nothing that is gone", () => {
  const listed = catalogue.flatMap(({ cells }) => cells.problem ?? []);
  expect(listed.length).toBeGreaterThan(5);
  expect(listed.toSorted()).toEqual(unique(sources.problems));
});

test.each(["why", "what to do"])("every refusal and message says %s", (column) => {
  const empty = catalogue.filter(({ cells }) => "says" in cells && !cells[column]);
  expect(empty).toEqual([]);
});

const REPOSITORY = "https://github.com/serviceform/serviceform-api";

test("a refusal says where the catalogue is found, before the call that it happened in", async () => {
  const { anchors, targets } = await readPage(join(ROOT, "README.md"));
  expect([anchors.has("errors"), targets.includes("docs/errors.md")]).toEqual([true, true]);
  const client = createClient({ apiKey: "sf_sandbox_key" });
  const call = client.getItem({ spaceId: "a", itemId: "" });
  await expect(call).rejects.toThrow(ConfigurationError);
  await expect(call).rejects.toHaveProperty(
    "message",
    `itemId is empty or a dot segment (see ${REPOSITORY}#errors): getItem GET https://link.serviceform.com/flex/spaces/{spaceId}/items/{itemId}`,
  );
});

test("the documentation of every class leads to its section of the catalogue", async () => {
  const text = readFileSync(join(CLIENT, "src/errors.ts"), "utf8");
  const { anchors } = await readPage(join(ROOT, "docs/errors.md"));
  for (const name of classes) {
    expect(text).toContain(
      ` * @see ${REPOSITORY}/blob/main/docs/errors.md#${name.toLowerCase()}\n */\nexport class ${name}`,
    );
    expect(anchors).toContain(name.toLowerCase());
  }
});

/** Interfaces of options.ts, and the page and the columns that list their members. */
const listings = [
  { name: "ClientOptions", page: "docs/options.md", section: "Of a client", prefix: "" },
  { name: "RetryOptions", page: "docs/options.md", section: "Of a client", prefix: "retries." },
  { name: "CallOptions", page: "docs/options.md", section: "Of a call", prefix: "" },
  { name: "ClientOptions", page: "packages/client/README.md", section: "Options of `createClient`", prefix: "" },
  { name: "CallOptions", page: "packages/client/README.md", section: "Options of a call", prefix: "" },
];

test.each(listings)("$page lists every member of $name", ({ name, page, section, prefix }) => {
  const rows = readTables(join(ROOT, page)).filter((row) => row.section === section);
  const listed = rows.map(({ cells }) => cells.option?.split(".")[0]);
  const whole = rows.map(({ cells }) => cells.option);
  const members = readMembers(name).map((member) => prefix + member);
  expect(members.length).toBeGreaterThan(0);
  for (const member of members) expect([...listed, ...whole]).toContain(member);
  if (prefix === "") for (const option of listed) expect(members).toContain(option);
});

function readMembers(name: string): string[] {
  const text = readFileSync(join(CLIENT, "src/options.ts"), "utf8");
  const body = text.split(`export interface ${name} {`)[1]?.split("\n}")[0] ?? "";
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, member = ""]) => member);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}
