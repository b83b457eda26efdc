import type { Bump } from "../bump.ts";

/** One change of the base document, what it asks of the version number, and a part of a reason given for it. */
export interface Case {
  readonly name: string;
  /** What the base document has to be like, where it is not. */
  readonly from?: (edit: Edit) => void;
  readonly change: (edit: Edit) => void;
  readonly bump: Bump;
  readonly reason: string;
  /** Why generation rejects the next document, if it does. */
  readonly rejected?: string;
}

/** How a case changes its copy of the document: by JSON pointers without the leading `#/`. */
export interface Edit {
  set(pointer: string, value: unknown): void;
  remove(pointer: string): void;
  /** Replaces text wherever it stands, in keys, values and references. */
  rename(from: string, to: string): void;
}

const PET = "components/schemas/Pet";
const INPUT = "components/schemas/PetInput";
const PROPERTIES = `${PET}/properties`;
const TEXT = { type: "string", description: "New." };
const PETS = "paths/~1pets";
const ONE_PET = "paths/~1pets~1{petId}";

export const cases: readonly Case[] = [
  { name: "nothing", change: () => {}, bump: "none", reason: "" },
  {
    name: "the properties of a schema in another order",
    change: ({ set }) =>
      set(`${INPUT}/properties`, {
        name: { type: "string", description: "The name." },
        kind: { type: "string", enum: ["cat", "dog"], description: "The kind." },
      }),
    bump: "none",
    reason: "",
  },

  {
    name: "another description of a field",
    change: ({ set }) => set(`${PROPERTIES}/name/description`, "What it listens to."),
    bump: "patch",
    reason: "The description of `Pet.name` changes.",
  },
  {
    name: "another description of the API",
    change: ({ set }) => set("info/description", "Pets."),
    bump: "patch",
    reason: "The description of `info` changes.",
  },
  {
    name: "another summary of an operation",
    change: ({ set }) => set(`${PETS}/get/summary`, "List all pets"),
    bump: "patch",
    reason: "The summary of `GET /pets` changes.",
  },
  {
    name: "an example",
    change: ({ set }) => set(`${PROPERTIES}/name/example`, "Rex"),
    bump: "patch",
    reason: "The example of `Pet.name` changes.",
  },
  {
    name: "a tag",
    change: ({ set }) => set("tags/1", { name: "Owners", description: "Owners." }),
    bump: "patch",
    reason: "`tags 1` is new.",
  },
  {
    name: "a description of a response nobody uses yet",
    change: ({ set }) => set("components/responses/NotFound/description", "There is no such pet."),
    bump: "patch",
    reason: "The description of `responses.NotFound` changes.",
  },

  {
    name: "a new operation",
    change: ({ set }) =>
      set("paths/~1owners/post", {
        operationId: "createOwner",
        description: "Creates an owner.",
        responses: { 200: { description: "Done." } },
      }),
    bump: "minor",
    reason: "`POST /owners` is new.",
  },
  {
    name: "a new optional response field",
    change: ({ set }) => set(`${PROPERTIES}/nickname`, TEXT),
    bump: "minor",
    reason: "`Pet.nickname` is new.",
  },
  {
    name: "a new optional body field",
    change: ({ set }) => set(`${INPUT}/properties/nickname`, TEXT),
    bump: "minor",
    reason: "`PetInput.nickname` is new.",
  },
  {
    name: "a new optional query parameter",
    change: ({ set }) =>
      set(`${PETS}/get/parameters/2`, { name: "after", in: "query", description: "New.", schema: { type: "string" } }),
    bump: "minor",
    reason: "`GET /pets` takes a new parameter: `after`.",
  },
  {
    name: "the first query parameter of an operation that took none",
    change: ({ set }) =>
      set("paths/~1owners/get/parameters", [
        { name: "limit", in: "query", description: "New.", schema: { type: "integer" } },
      ]),
    bump: "minor",
    reason: "`GET /owners` takes a new parameter: `limit`.",
  },
  {
    name: "a schema that no operation reaches",
    change: ({ set }) =>
      set("components/schemas/Vet", { type: "object", description: "New.", properties: { name: TEXT } }),
    bump: "minor",
    reason: "Importing `Vet` compiles now.",
  },
  {
    name: "a newly documented error",
    change: ({ set }) => set(`${PETS}/get/responses/404`, { $ref: "#/components/responses/NotFound" }),
    bump: "minor",
    reason: "`GET /pets: answer 404` is new.",
  },
  {
    name: "a body field that may now be left out",
    change: ({ remove }) => remove(`${INPUT}/required`),
    bump: "minor",
    reason: "`PetInput` may be made without `kind`.",
  },
  {
    name: "one more value to ask for",
    change: ({ set }) => set(`${PETS}/get/parameters/0/schema/enum`, ["cat", "dog", "bird"]),
    bump: "minor",
    reason: "compiles now",
  },
  {
    name: "one more value to set",
    change: ({ set }) => set(`${INPUT}/properties/kind/enum`, ["cat", "dog", "bird"]),
    bump: "minor",
    reason: "`PetInput.kind` may also be `bird`.",
  },
  {
    name: "a deprecated operation",
    change: ({ set }) => set("paths/~1owners/get/deprecated", true),
    bump: "minor",
    reason: "`GET /owners` is deprecated.",
  },
  {
    name: "an operation that is no longer repeated",
    change: ({ remove }) => remove("paths/~1search/post/x-idempotent"),
    bump: "minor",
    reason: "The client no longer repeats `POST /search` after a failure.",
  },
  {
    name: "an operation that no longer counts as safe",
    change: ({ remove }) => remove("paths/~1search/post/x-safe"),
    bump: "minor",
    reason: "The client now takes `POST /search` for an operation that writes.",
  },

  {
    name: "a removed operation",
    change: ({ remove }) => remove(`${ONE_PET}/delete`),
    bump: "major",
    reason: "was removed",
  },
  { name: "a removed path", change: ({ remove }) => remove("paths/~1owners"), bump: "major", reason: "was removed" },
  {
    name: "a renamed path",
    change: ({ rename }) => rename('"/owners"', '"/people"'),
    bump: "major",
    reason: "/owners",
  },
  {
    name: "a renamed operation",
    change: ({ rename }) => rename("listOwners", "listPeople"),
    bump: "major",
    reason: "changed from 'listOwners' to 'listPeople'",
  },
  {
    name: "a renamed schema",
    change: ({ rename }) => rename("Owner", "Person"),
    bump: "major",
    reason: "Importing `Owner` no longer compiles",
  },
  {
    name: "a renamed path parameter",
    change: ({ rename }) => rename("petId", "id"),
    bump: "major",
    reason: "no longer compiles",
  },
  {
    name: "a renamed path parameter in a component that keeps its name",
    change: ({ rename, set }) => {
      rename("{petId}", "{id}");
      set("components/parameters/petId/name", "id");
    },
    bump: "major",
    reason: "no longer compiles",
  },
  {
    name: "a renamed response component",
    change: ({ rename }) => rename("NotFound", "Missing"),
    bump: "major",
    reason: '`components["responses"]["NotFound"]` no longer compiles',
  },
  {
    name: "a renamed query parameter",
    change: ({ set }) => set(`${PETS}/get/parameters/1/name`, "first"),
    bump: "major",
    reason: "`limit`",
  },
  {
    name: "a removed response field",
    change: ({ remove }) => remove(`${PROPERTIES}/name`),
    bump: "major",
    reason: "Property `name` of `Pet` was removed.",
  },
  {
    name: "a renamed response field",
    change: ({ rename }) => rename('"age"', '"years"'),
    bump: "major",
    reason: "Property `age` of `Pet` was removed.",
  },
  {
    name: "a removed body field",
    change: ({ remove }) => remove(`${INPUT}/properties/name`),
    bump: "major",
    reason: "Property `name` of `PetInput` was removed.",
  },
  {
    name: "a required response field that may be missing",
    change: ({ set }) => set(`${PET}/required`, ["id"]),
    bump: "major",
    reason: "no longer required: `kind`",
  },
  {
    name: "an optional response field that is always there, in a type that callers make for their tests",
    change: ({ set }) => set(`${PET}/required`, ["id", "kind", "name"]),
    bump: "major",
    reason: "`name` of `Pet` must be there in what a caller makes.",
  },
  {
    name: "an optional body field that has to be given",
    change: ({ set }) => set(`${INPUT}/required`, ["kind", "name"]),
    bump: "major",
    reason: "became required: `name`",
  },
  {
    name: "a new body field that has to be given",
    change: ({ set }) => {
      set(`${INPUT}/properties/weight`, TEXT);
      set(`${INPUT}/required`, ["kind", "weight"]);
    },
    bump: "major",
    reason: "became required: `weight`",
  },
  {
    name: "a query parameter that has to be given",
    change: ({ set }) => set(`${PETS}/get/parameters/1/required`, true),
    bump: "major",
    reason: "required",
  },
  {
    name: "a body field with a default, which callers may still leave out",
    change: ({ set }) => set("components/schemas/PetQuery/properties/name/default", "Rex"),
    bump: "patch",
    reason: "The default of `PetQuery.name` changes",
  },
  {
    name: "a response field of another type",
    change: ({ set }) => set(`${PROPERTIES}/age/type`, "string"),
    bump: "major",
    reason: "widened from 'integer' to 'string'",
  },
  {
    name: "a response field that may be null",
    change: ({ set }) => set(`${PROPERTIES}/name/nullable`, true),
    bump: "major",
    reason: "widened from 'string' to 'string | null'",
  },
  {
    name: "a response field that is never null",
    change: ({ remove }) => remove(`${PROPERTIES}/chip/nullable`),
    bump: "major",
    reason: "Making a `Pet` with `chip` no longer compiles",
  },
  {
    name: "a response enum with a value less",
    change: ({ set }) => set(`${PROPERTIES}/kind/enum`, ["cat"]),
    bump: "major",
    reason: "`Pet.kind` is never `dog`, which no longer compiles.",
  },
  {
    name: "a response enum with a value more",
    change: ({ set }) => set(`${PROPERTIES}/kind/enum`, ["cat", "dog", "bird"]),
    bump: "major",
    reason: "bird",
  },
  {
    name: "a response string that becomes an enum",
    change: ({ set }) => set(`${PROPERTIES}/name/enum`, ["Rex", "Tom"]),
    bump: "major",
    reason: "`Pet.name` is one of `Rex`, `Tom`, and no other value compiles.",
  },
  {
    name: "a value less to ask for",
    change: ({ set }) => set(`${PETS}/get/parameters/0/schema/enum`, ["cat"]),
    bump: "major",
    reason: "dog",
  },
  {
    name: "an array of other elements",
    change: ({ set }) => set(`${PROPERTIES}/tags/items`, { type: "integer" }),
    bump: "major",
    reason: "widened from 'string' to 'integer'",
  },
  {
    name: "a list that becomes an object",
    change: ({ set }) =>
      set("paths/~1owners/get/responses/200/content/application~1json/schema", { $ref: "#/components/schemas/Owner" }),
    bump: "major",
    reason: "widened from 'array' to 'object'",
  },
  {
    name: "an error that is no longer documented",
    change: ({ remove }) => remove(`${PETS}/post/responses/422`),
    bump: "major",
    reason: "Response `422` was removed.",
  },
  {
    name: "an answer that is closed to unknown keys",
    change: ({ set }) => set("components/schemas/Problem/additionalProperties", false),
    bump: "major",
    reason: "`Problem` no longer has keys of any name and type.",
  },
  {
    name: "another server",
    change: ({ set }) => set("servers/0/url", "https://animals.test"),
    bump: "major",
    reason: "Server `https://pets.test` became `https://animals.test`.",
  },
  {
    name: "another header for the key",
    change: ({ set }) => set("components/securitySchemes/apiKey/name", "x-secret"),
    bump: "major",
    reason: "changed from 'x-key' to 'x-secret'",
  },
  {
    name: "a document that the generator refuses, compared by its paths",
    change: ({ remove, set }) => {
      remove("paths/~1owners/get/operationId");
      set(`${PROPERTIES}/nickname`, TEXT);
    },
    bump: "major",
    reason: "`operationId` of operation `GET /owners` was removed.",
    rejected: "GET /owners has no operationId; name it verb + Noun, such as listLeads.",
  },
];
