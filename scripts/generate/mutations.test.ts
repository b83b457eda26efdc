import { createConfig, lintFromString } from "@redocly/openapi-core";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { baseDocument } from "../semver/fixtures/base-document.ts";
import { render } from "./generate.ts";
import { SpecError } from "./spec-error.ts";

const numRuns = Number(process.env.CONTRACT_RUNS ?? 30);
const seed = Number(process.env.CONTRACT_SEED ?? 1);
/** Messages of the lint, which runs before generation. */
const config = await createConfig({
  rules: { struct: "error", "no-unresolved-refs": "error", "path-parameters-defined": "off" },
});

/** A place in a document, as a path of keys. */
type Path = readonly string[];

const REPLACEMENTS: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, "", "string", "array", "object", "get", "query", "path", "/", "/{a}{b}", "{"],
  ...["__proto__", "#/components/schemas/Pet", "constructor", "200", "(", [], {}, { type: "string" }],
  ...[{ $ref: "#/components/schemas/Owner" }, { type: "array", items: { $ref: "#/components/schemas/Pet" } }],
  ...[{ nullable: true }, ["id"], { allOf: [] }, { enum: [null] }],
];
const KEYS = [
  ...["default", "nullable", "readOnly", "allOf", "oneOf", "not", "discriminator", "items", "properties", "required"],
  ...["style", "x-safe"],
];

const { length: placeCount } = listPlaces(baseDocument);
const mutation = fc.record({
  kind: fc.constantFrom("remove", "replace", "move", "rename", "add"),
  place: fc.nat(placeCount - 1),
  other: fc.nat(placeCount - 1),
  replacement: fc.constantFrom(...REPLACEMENTS),
  key: fc.constantFrom(...KEYS),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

test("generation reads or rejects a randomly changed document with a message", {
  timeout: numRuns * 1_000,
}, async () => {
  const ends = new Set<string>();
  const property = fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
    const document = mutations.reduce<unknown>(mutate, JSON.parse(JSON.stringify(baseDocument)));
    // The version is read before anything else.
    ends.add(await end(Object.assign(Object(document), { openapi: baseDocument.openapi })));
  });
  await fc.assert(property, { numRuns, seed });
  expect([...ends].sort()).toEqual(["read", "rejected", "rejected by the lint"]);
});

async function end(document: unknown): Promise<string> {
  try {
    await render(JSON.parse(JSON.stringify(document)) as Document);
    return "read";
  } catch (error) {
    if (error instanceof SpecError && !error.message.includes("openapi-typescript cannot read")) {
      for (const { message } of error.issues) expect(message).toMatch(/^[^\n]+\.$/);
      return "rejected";
    }
    const issues = await lintFromString({ source: JSON.stringify(document), config });
    if (issues.length === 0) throw error;
    return "rejected by the lint";
  }
}

function mutate(document: unknown, { kind, place, other, replacement, key }: Mutation): unknown {
  const places = listPlaces(document);
  const path = places[place % places.length] ?? [];
  const name = path.at(-1) ?? "";
  const owner = at(document, path.slice(0, -1));
  const value = at(document, path);
  if (kind === "remove") delete owner[name];
  else if (kind === "replace") owner[name] = replacement;
  else if (kind === "move") owner[name] = structuredClone(at(document, places[other % places.length] ?? []));
  else if (kind === "add" && typeof value === "object") Object(value)[key] = replacement;
  else {
    delete owner[name];
    owner[String(replacement)] = value;
  }
  return document;
}

function listPlaces(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...listPlaces(inner, [...path, key])]);
}

function at(document: unknown, path: Path): Record<string, unknown> {
  return path.reduce<unknown>((node, key) => Object(node)[key], document) as Record<string, unknown>;
}
