import { pick } from "../random.js";
import { inTheFuture, withOffset, withoutMilliseconds } from "./times.js";
import type { Trait } from "./trait.js";

/** Leaves out one of the optional fields. */
export function absentField<Element>(optional: readonly (keyof Element)[]): Trait<Element> {
  return {
    name: "absent field",
    catches: "reading a field of undefined, and NOT NULL on optional fields",
    apply(element, { random }) {
      const { [pick(random, optional)]: _absent, ...rest } = element;
      return rest as Element;
    },
  };
}

/** Adds a field that the contract does not have. */
export function unknownField<Element>(field: object): Trait<Element> {
  return {
    name: "unknown field",
    catches: "schemas that are closed, and columns that do not exist",
    apply: (element) => ({ ...element, ...field }),
  };
}

/** The reasons of traits of a time, whatever field has it. */
export const SAME_TIME = "cursors that go on after the last time that they saw";
export const FUTURE_TIME = "the newest time taken for a cursor";

/** The traits of the field `updated`. */
export function updatedTraits<Element extends { readonly updated?: string }>(): readonly Trait<Element>[] {
  return [
    {
      name: "same updated",
      catches: SAME_TIME,
      apply: (element, { neighbor }) => ({ ...element, updated: neighbor().updated ?? "" }),
    },
    {
      name: "time with an offset",
      catches: "times compared as texts",
      apply: (element, { end }) => ({ ...element, updated: withOffset(element.updated, end) }),
    },
    {
      name: "time without milliseconds",
      catches: "patterns that require milliseconds",
      apply: (element, { end }) => ({ ...element, updated: withoutMilliseconds(element.updated, end) }),
    },
    {
      name: "time in the future",
      catches: FUTURE_TIME,
      apply: (element, { end }) => ({ ...element, updated: inTheFuture(end) }),
    },
  ];
}
