import { join, resolve } from "node:path";
import { createClient } from "@serviceform/client";
import { expect, test } from "vitest";
import { readPage } from "../links/read-page.ts";
import { readMessages } from "./read-messages.ts";
import { type Message, readSources } from "./read-sources.ts";

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

test("docsUrl of an error links to the section of its code", async () => {
  const client = createClient({ apiKey: "sf_sandbox_key" });
  await expect(client.getItem({ spaceId: "a", itemId: "" })).rejects.toMatchObject({
    message:
      "itemId must not be empty or a dot segment: getItem GET https://link.serviceform.com/flex/spaces/{spaceId}/items/{itemId}",
    docsUrl: "https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#unsafe_path_value",
  });
});

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}
