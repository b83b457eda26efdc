import type { Case } from "./cases.ts";

const PET = "components/schemas/Pet";
const LIST = "paths/~1pets/get";

/** What tools are told of operations and fields: no call and no type depends on it. */
export const extensionCases: readonly Case[] = [
  {
    name: "another noun of an operation",
    from: ({ set }) => set(`${LIST}/x-noun`, "pets"),
    change: ({ set }) => set(`${LIST}/x-noun`, "animals"),
    bump: "patch",
    reason: "The x-noun of `GET /pets` changes.",
  },
  {
    name: "a key",
    change: ({ set }) => set(`${PET}/x-key`, "id"),
    bump: "patch",
    reason: "The x-key of `Pet` changes.",
  },
  {
    name: "another time",
    from: ({ set }) => set(`${PET}/x-time`, "created"),
    change: ({ set }) => set(`${PET}/x-time`, "updated"),
    bump: "patch",
    reason: "The x-time of `Pet` changes.",
  },
  {
    name: "a unit",
    change: ({ set }) => set(`${PET}/properties/age/x-unit`, "seconds"),
    bump: "patch",
    reason: "The x-unit of `Pet.age` changes.",
  },
  {
    name: "a field that is no longer personal",
    from: ({ set }) => set("components/schemas/Owner/properties/email/x-personal", true),
    change: ({ remove }) => remove("components/schemas/Owner/properties/email/x-personal"),
    bump: "patch",
    reason: "The x-personal of `Owner.email` changes.",
  },
  {
    name: "a field of a request in the summary",
    change: ({ set }) => set("components/schemas/PetInput/properties/name/x-summary", true),
    bump: "patch",
    reason: "The x-summary of `PetInput.name` changes.",
  },
];
