import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createClient } from "@serviceform/client";
import { expect, test } from "vitest";
import { readPage } from "../links/read-page.ts";
import { readMessages } from "./read-messages.ts";
import { type Message, readSources } from "./read-sources.ts";
import { readTables } from "./read-tables.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const CLIENT = join(ROOT, "packages/client");

const PAGE = join(ROOT, "docs/errors.md");
const sources = readSources(join(CLIENT, "src"));
const listed = readMessages(PAGE);
const classes = ["ApiError", "ConnectionError", "TimeoutError", "ResponseError", "ConfigurationError"];

test("the page of errors lists every message of the client and no other", () => {
  const lines = (messages: readonly Message[]): string[] =>
    unique(messages.map(({ section, text }) => `${section}: ${text}`));
  expect(sources.length).toBeGreaterThan(50);
  expect(lines(listed)).toEqual(lines(sources));
});

test("the page of errors explains every message", () => {
  expect(listed.filter(({ explanation }) => explanation.length < 20)).toEqual([]);
});

test("the page of errors has a section for every class and every code", async () => {
  const { anchors } = await readPage(PAGE);
  const codes = unique(sources.map(({ section }) => section).filter((section) => section.includes("_")));
  expect(codes).toHaveLength(17);
  for (const section of [...codes, ...classes.map((name) => name.toLowerCase())]) expect(anchors).toContain(section);
});

test("docsUrl of an error leads to the section of its code", async () => {
  const client = createClient({ apiKey: "sf_sandbox_key" });
  await expect(client.getItem({ spaceId: "a", itemId: "" })).rejects.toMatchObject({
    message:
      "itemId must not be empty or a dot segment: getItem GET https://link.serviceform.com/flex/spaces/{spaceId}/items/{itemId}",
    docsUrl: "https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#unsafe_path_value",
  });
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
  expect(whole).toHaveLength(new Set(whole).size);
  for (const member of members) expect([...listed, ...whole]).toContain(member);
  if (prefix === "") for (const option of listed) expect(members).toContain(option);
});

function readMembers(name: string): string[] {
  const files = ["client-options.ts", "call-options.ts"].map((file) => join(CLIENT, "src/options", file));
  const text = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const body = text.split(new RegExp(`export interface ${name}[^{]* \\{`))[1]?.split("\n}")[0] ?? "";
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, member = ""]) => member);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}
