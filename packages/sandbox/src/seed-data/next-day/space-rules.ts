import type { Space } from "@serviceform/types";
import { recordId } from "../record-id.js";
import type { ListRules } from "./list-rules.js";

/** A space changes by getting another value in a field. There are so few spaces that none changes by default. */
export const spaceRules: ListRules<Space> = {
  noun: "space",
  minimum: 0,
  order: "end",
  keyOf: ({ id }) => id,
  create: ({ seed, index }) => ({ id: recordId("space", seed, index), name: `Space ${index + 1}`, fields: [] }),
  changes: [{ renews: false, apply: addField }],
};

function addField(space: Space): Space {
  const { id, fields = [] } = space;
  const number = fields.length + 1;
  const field = { id: `${id}-field-${number}`, machine: `field_${number}`, name: `Field ${number}`, type: "text" };
  return { ...space, fields: [...fields, field] };
}
