import type { Case } from "./cases.ts";

const INPUT = "components/schemas/PetInput";
const QUERY = "components/schemas/PetQuery";
const PET_ID = "components/parameters/petId";
const LIST = "paths/~1pets/get/parameters";
const BODY = "paths/~1pets/post/requestBody";
const CLOSED = "must be a closed object";

/** What callers send. */
export const requestCases: readonly Case[] = [
  {
    name: "an integer to ask for that may be any number",
    change: ({ set }) => set(`${LIST}/1/schema/type`, "number"),
    bump: "minor",
    reason: "asks for less: its type changes from `integer` to `number`.",
  },
  {
    name: "a number to ask for that has to be an integer",
    from: ({ set }) => set(`${LIST}/1/schema/type`, "number"),
    change: ({ set }) => set(`${LIST}/1/schema/type`, "integer"),
    bump: "major",
    reason: "narrowed from 'number' to 'integer'",
  },
  {
    name: "a query parameter that may be left out",
    from: ({ set }) => set(`${LIST}/1/required`, true),
    change: ({ remove }) => remove(`${LIST}/1/required`),
    bump: "minor",
    reason: "may be left out",
  },
  {
    name: "one more value of a schema that only a parameter has",
    from: ({ set }) => {
      set("components/schemas/Kind", { type: "string", description: "The kind.", enum: ["cat", "dog"] });
      set(`${LIST}/0/schema`, { $ref: "#/components/schemas/Kind" });
    },
    change: ({ set }) => set("components/schemas/Kind/enum", ["cat", "dog", "bird"]),
    bump: "minor",
    reason: "`Kind` may also be `bird`.",
  },
  {
    name: "the values to ask for in another order",
    change: ({ set }) => set(`${LIST}/0/schema/enum`, ["dog", "cat"]),
    bump: "patch",
    reason: "The enum of",
  },
  {
    name: "another default of a query parameter",
    from: ({ set }) => set(`${LIST}/1/schema/default`, 100),
    change: ({ set }) => set(`${LIST}/1/schema/default`, 10),
    bump: "minor",
    reason: "changes from `100` to `10`: a call without it has another effect.",
  },
  {
    name: "a query parameter without its default",
    from: ({ set }) => set(`${LIST}/1/schema/default`, 100),
    change: ({ remove }) => remove(`${LIST}/1/schema/default`),
    bump: "minor",
    reason: "is removed: a call without it has another effect.",
  },
  {
    name: "another default that is an object",
    from: ({ set }) => set(`${QUERY}/properties/sort`, { type: "object", description: "Sort.", default: { by: "id" } }),
    change: ({ set }) => set(`${QUERY}/properties/sort/default`, { by: "name" }),
    bump: "minor",
    reason: 'The default of `PetQuery.sort` changes from `{"by":"id"}` to `{"by":"name"}`',
  },
  {
    name: "a parameter that is serialized as JSON",
    change: ({ remove, set }) => {
      remove(`${PET_ID}/schema`);
      set(`${PET_ID}/content`, { "application/json": { schema: { type: "string" } } });
    },
    bump: "major",
    reason: "the parameter is serialized in another way",
    rejected: ["GET", "DELETE"]
      .map(
        (method) =>
          `${method} /pets/{petId} serializes the parameter "petId" in a way that is not supported; ` +
          `leave style, explode, allowReserved, allowEmptyValue and content at their defaults.`,
      )
      .join("\n"),
  },
  {
    name: "a body that may be left out",
    change: ({ set }) => set(`${BODY}/required`, false),
    bump: "minor",
    reason: "`POST /pets: requestBody` may be left out.",
    rejected: "POST /pets has an optional body; set required: true, an empty object stands for none.",
  },
  {
    name: "a first body, which has to be given",
    from: ({ remove }) => remove("paths/~1search/post/requestBody"),
    change: ({ set }) =>
      set("paths/~1search/post/requestBody", {
        required: true,
        content: { "application/json": { schema: { $ref: "#/components/schemas/PetQuery" } } },
      }),
    bump: "major",
    reason: "`POST /search` needs a request body.",
  },
  ...[true, { type: "string" }].map((keys) => ({
    name: `a body that is open to ${keys === true ? "unknown" : "typed"} keys`,
    change: ({ set }: Parameters<Case["change"]>[0]) => set(`${INPUT}/additionalProperties`, keys),
    bump: "minor" as const,
    reason: "`PetInput`",
    rejected:
      `POST /pets takes the body PetInput, which ${CLOSED}: type object, ` +
      "additionalProperties false, not nullable, no enum, minProperties, maxProperties, allOf, oneOf, anyOf or not.",
  })),
  {
    name: "a body field that becomes read-only",
    change: ({ set }) => set(`${INPUT}/properties/name/readOnly`, true),
    bump: "major",
    reason: "`PetInput.name` becomes read-only: an assignment to it no longer compiles.",
  },
  {
    name: "a body field that is no longer read-only",
    from: ({ set }) => set(`${INPUT}/properties/name/readOnly`, true),
    change: ({ remove }) => remove(`${INPUT}/properties/name/readOnly`),
    bump: "minor",
    reason: "`PetInput.name` is no longer read-only.",
  },
  {
    name: "a body field that becomes write-only",
    change: ({ set }) => set(`${INPUT}/properties/name/writeOnly`, true),
    bump: "patch",
    reason: "The writeOnly of `PetInput.name` changes.",
  },
  {
    name: "a body field that may be null",
    change: ({ set }) => set(`${INPUT}/properties/name/nullable`, true),
    bump: "minor",
    reason: "`PetInput.name` may be null.",
  },
  {
    name: "a composed body field that is never null",
    from: ({ set }) =>
      set(`${INPUT}/properties/owner`, { allOf: [{ $ref: "#/components/schemas/Owner" }], nullable: true }),
    change: ({ remove }) => remove(`${INPUT}/properties/owner/nullable`),
    bump: "major",
    reason: "`PetInput.owner` is never null.",
  },
  {
    name: "a body field that no longer has to match a second schema",
    from: ({ set }) => set(`${INPUT}/properties/name/allOf`, [{ type: "string", maxLength: 10 }]),
    change: ({ remove }) => remove(`${INPUT}/properties/name/allOf`),
    bump: "minor",
    reason: "`PetInput.name allOf` is gone: requests ask for less.",
  },
  {
    name: "a removed field of an open object inside a body",
    from: ({ set }) =>
      set(`${INPUT}/properties/chip`, {
        type: "object",
        properties: { code: { type: "string" }, maker: { type: "string" } },
      }),
    change: ({ remove }) => remove(`${INPUT}/properties/chip/properties/maker`),
    bump: "major",
    reason: "`PetInput.chip.maker` is gone.",
  },
];
