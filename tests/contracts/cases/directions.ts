import { body, contract, json, object, ref, text } from "../document.ts";

const id = { ...text, readOnly: true };

/** A read-only property that another part of the schema requires: its owner, a part with a name, or a form. */
const schemas = {
  Owner: { type: "object", required: ["id"], oneOf: [ref("Cat"), ref("Dog")] },
  Cat: object({ id, lives: text }, ["lives"]),
  Dog: object({ id, trick: text }, ["trick"]),
  Part: { allOf: [ref("Named"), ref("Required")] },
  Named: object({ id, name: text }),
  Required: { required: ["id", "name"] },
  Form: object({ id, name: text, nick: text }, [], { anyOf: [{ required: ["id", "nick"] }, { required: ["name"] }] }),
  Mixed: { type: "object", required: ["id"], oneOf: [ref("Cat"), ref("Stone")] },
  Stone: object({ id: text, weight: text }, ["weight"]),
};

export const requiredElsewhere = contract(
  Object.fromEntries(
    ["Owner", "Part", "Form", "Mixed"].map((name) => [
      `/${name}`,
      { post: { operationId: `create${name}`, requestBody: body(ref(name)), responses: { 200: json(ref(name)) } } },
    ]),
  ),
  { schemas },
);
