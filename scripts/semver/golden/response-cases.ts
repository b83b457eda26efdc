import type { Case } from "./cases.ts";

const PET = "components/schemas/Pet";
const PROBLEM = "components/schemas/Problem";
const LIST = "paths/~1pets/get/responses";
const DELETE = "paths/~1pets~1{petId}/delete/responses";
const JSON_OF_PET = { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } };

const CHIP = { type: "object", properties: { code: { type: "string" } } };

/** What callers read, and make in their tests. */
export const responseCases: readonly Case[] = [
  {
    name: "a delete that responds with the pet, and no longer with nothing",
    change: ({ set }) => set(`${DELETE}/200/content`, JSON_OF_PET),
    bump: "major",
    reason: "Using what `deletePet` answers no longer compiles",
  },
  {
    name: "a create that responds with nothing any more",
    change: ({ remove }) => remove("paths/~1pets/post/responses/200/content"),
    bump: "major",
    reason: "All media types were removed.",
  },
  {
    name: "a second success",
    change: ({ set }) => set(`${LIST}/202`, { description: "Later." }),
    bump: "major",
    reason: "`GET /pets: answer 202` is a new success",
    rejected: "GET /pets has several success responses, which is not supported; keep one.",
  },
  {
    name: "a first success",
    from: ({ remove, set }) => {
      set(`${DELETE}/4XX`, { description: "No." });
      remove(`${DELETE}/200`);
    },
    change: ({ remove, set }) => {
      set(`${DELETE}/200`, { description: "It is gone." });
      remove(`${DELETE}/4XX`);
    },
    bump: "major",
    reason: "is a new success",
  },
  {
    name: "another media type of a success",
    change: ({ set }) => set(`${LIST}/200/content/text~1csv`, { schema: { type: "string" } }),
    bump: "major",
    reason: "what the call resolves to changes",
    rejected: "GET /pets answers 200 with something other than one application/json schema, which is not supported.",
  },
  {
    name: "the body of an error that had none",
    from: ({ set }) => set(`${LIST}/404`, { description: "No pets." }),
    change: ({ set }) =>
      set(`${LIST}/404/content`, { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } }),
    bump: "minor",
    reason: "`GET /pets: answer 404 content` is new.",
  },
  {
    name: "a response field that becomes read-only",
    change: ({ set }) => set(`${PET}/properties/name/readOnly`, true),
    bump: "major",
    reason: "`Pet.name` becomes read-only",
  },
  {
    name: "a response field that becomes write-only",
    change: ({ set }) => set(`${PET}/properties/name/writeOnly`, true),
    bump: "major",
    reason: "`Pet.name` becomes write-only: responses no longer contain it.",
  },
  {
    name: "a response field that is no longer write-only",
    from: ({ set }) => set(`${PET}/properties/name/writeOnly`, true),
    change: ({ remove }) => remove(`${PET}/properties/name/writeOnly`),
    bump: "minor",
    reason: "`Pet.name` is no longer write-only: responses contain it.",
  },
  {
    name: "a response field with another default",
    from: ({ set }) => set(`${PET}/properties/age/default`, 1),
    change: ({ set }) => set(`${PET}/properties/age/default`, 2),
    bump: "patch",
    reason: "The default of `Pet.age` changes.",
  },
  {
    name: "a composed response field that may be null",
    from: ({ set }) => set(`${PET}/properties/owner`, { allOf: [{ $ref: "#/components/schemas/Owner" }] }),
    change: ({ set }) => set(`${PET}/properties/owner/nullable`, true),
    bump: "major",
    reason: "`Pet.owner` may be null.",
  },
  {
    name: "a field inside a response that is always there",
    from: ({ set }) => set(`${PET}/properties/chip`, CHIP),
    change: ({ set }) => set(`${PET}/properties/chip/required`, ["code"]),
    bump: "major",
    reason: "`code` of `Pet.chip` must be there in what a caller makes.",
  },
  {
    name: "any key of a response, which gets a type",
    change: ({ set }) => set(`${PROBLEM}/additionalProperties`, { type: "string" }),
    bump: "major",
    reason: "`Problem` no longer has keys of any name and type.",
  },
  {
    name: "any key of a response, which gets another type",
    from: ({ set }) => set(`${PROBLEM}/additionalProperties`, { type: "string" }),
    change: ({ set }) => set(`${PROBLEM}/additionalProperties`, { type: "boolean" }),
    bump: "major",
    reason: "widened from 'string' to 'boolean'",
  },
  {
    name: "any key of a response, which is never null",
    from: ({ set }) => set(`${PROBLEM}/additionalProperties`, { type: "string", nullable: true }),
    change: ({ remove }) => remove(`${PROBLEM}/additionalProperties/nullable`),
    bump: "major",
    reason: "Making a `Problem` with any key no longer compiles",
  },
  {
    name: "any key of a response, which loses its type",
    from: ({ set }) => set(`${PROBLEM}/additionalProperties`, { type: "string" }),
    change: ({ set }) => set(`${PROBLEM}/additionalProperties`, true),
    bump: "major",
    reason: "`Problem`",
  },
  {
    name: "a response that names the type of other keys for the first time",
    change: ({ set }) => set("components/schemas/Owner/additionalProperties", { type: "string" }),
    bump: "minor",
    reason: "Reading any key of `Owner` compiles now.",
  },
  {
    name: "what tells the variants of a response apart",
    from: ({ set }) =>
      set(`${PET}/properties/keeper`, {
        oneOf: [{ $ref: "#/components/schemas/Owner" }, { $ref: "#/components/schemas/Problem" }],
        discriminator: { propertyName: "email" },
      }),
    change: ({ set }) => set(`${PET}/properties/keeper/discriminator/propertyName`, "phone"),
    bump: "major",
    reason: "`Pet.keeper discriminator` changes",
  },
];
