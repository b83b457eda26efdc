import { beforeAll, expect, test } from "vitest";
import type { Document } from "../../openapi/document.ts";
import type { Bump } from "../bump.ts";
import { compareAll, type Verdict } from "../compare.ts";
import { baseDocument } from "./base-document.ts";

/** Each pair takes a run of Redocly; one pair holds all limits. */
const SLOW_MS = 120_000;

/** Two schemas each, of which the second takes all that the first takes, and more. */
const LIMITS = {
  minLength: [{ minLength: 2 }, { minLength: 1 }],
  noMinLength: [{ minLength: 2 }, {}],
  maxLength: [{ maxLength: 10 }, { maxLength: 20 }],
  pattern: [{ pattern: "^a" }, {}],
  format: [{ format: "date" }, {}],
  int64: [
    { type: "integer", format: "int32" },
    { type: "integer", format: "int64" },
  ],
  minimum: [
    { type: "number", minimum: 2 },
    { type: "number", minimum: 1 },
  ],
  exclusiveMinimum: [
    { type: "number", minimum: 1, exclusiveMinimum: true },
    { type: "number", minimum: 1 },
  ],
  maximum: [
    { type: "number", maximum: 1 },
    { type: "number", maximum: 2 },
  ],
  exclusiveMaximum: [
    { type: "number", maximum: 1, exclusiveMaximum: true },
    { type: "number", maximum: 1 },
  ],
  multipleOf: [
    { type: "number", multipleOf: 0.3 },
    { type: "number", multipleOf: 0.1 },
  ],
  noMultipleOf: [{ type: "number", multipleOf: 2 }, { type: "number" }],
  integer: [{ type: "integer" }, { type: "number" }],
  minItems: [array({ minItems: 2 }), array({ minItems: 1 })],
  maxItems: [array({ maxItems: 2 }), array({})],
  uniqueItems: [array({ uniqueItems: true }), array({ uniqueItems: false })],
  items: [array({ items: { type: "string", maxLength: 1 } }), array({ items: { type: "string", maxLength: 2 } })],
} as const;

const NAMES = Object.keys(LIMITS);
/** The subject of a change, by where the limit is. */
const PLACES = {
  query: (name: string) => `GET /pets: ${name} schema`,
  body: (name: string) => `LimitInput.${name}`,
  nested: (name: string) => `Inside.${name}`,
  response: (name: string) => `Limits.${name}`,
};

const MEANT: readonly [place: keyof typeof PLACES, relaxed: Bump, tightened: Bump][] = [
  ["query", "minor", "major"],
  ["body", "minor", "major"],
  ["nested", "minor", "major"],
  ["response", "major", "patch"],
];

let relaxed: Verdict;
let tightened: Verdict;

beforeAll(async () => {
  const [narrow, wide] = [documentOf(0), documentOf(1)];
  [relaxed, tightened] = (await compareAll([
    [narrow, wide],
    [wide, narrow],
  ])) as [Verdict, Verdict];
}, SLOW_MS);

test.for(NAMES.flatMap((name) => MEANT.map(([place, ...bumps]) => ({ name, place, bumps }))))(
  "$name in $place",
  ({ name, place, bumps }) => {
    expect([bumpOf(relaxed, PLACES[place](name)), bumpOf(tightened, PLACES[place](name))]).toEqual(bumps);
  },
);

function bumpOf({ changes }: Verdict, subject: string): Bump {
  const found = changes.filter((change) => change.subject === subject || change.subject === `${subject}[]`);
  const nested = changes.filter((change) => change.subject === `${subject} items`);
  return [...found, ...nested][0]?.bump ?? "none";
}

function documentOf(side: 0 | 1): Document {
  const document = structuredClone(baseDocument) as Document;
  const limited = (description: string) =>
    Object.fromEntries(
      NAMES.map((name) => [name, { type: "string", description, ...LIMITS[name as keyof typeof LIMITS][side] }]),
    );
  const object = { type: "object", description: "Limited.", additionalProperties: false };
  const inside = { allOf: [{ type: "array", items: { $ref: "#/components/schemas/Inside" } }], description: "More." };
  Object.assign(document.components?.schemas ?? {}, {
    LimitInput: { ...object, properties: { ...limited("A limit."), inside } },
    Inside: { ...object, properties: limited("A limit.") },
    Limits: { ...object, properties: limited("A limit.") },
  });
  const get = document.paths["/pets"]?.get as Record<string, unknown>;
  get.parameters = Object.entries(limited("A limit.")).map(([name, schema]) => ({ name, in: "query", schema }));
  document.paths["/limits"] = {
    put: {
      operationId: "setLimits",
      requestBody: { required: true, content: json("LimitInput") },
      responses: { 200: { description: "The limits.", content: json("Limits") } },
    },
  };
  return document;
}

function json(name: string) {
  return { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
}

function array(limits: object) {
  return { type: "array", items: { type: "string" }, ...limits };
}
