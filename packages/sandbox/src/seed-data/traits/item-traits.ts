import type { Item } from "@serviceform/types";
import { pick } from "../random.js";
import { formulas, inField, LONE_SURROGATE_TEXT, LONG_MESSAGE, NUL_TEXT, textTraits } from "./texts.js";
import { inTheFuture, withOffset, withoutMilliseconds } from "./times.js";
import type { Trait } from "./trait.js";

/**
 * The traits of items, in the order in which the first items show them: one per item, since an item has a single title.
 */
export const itemTraits: readonly Trait<Item>[] = [
  {
    name: "empty text",
    catches: "an empty text taken for a name, and a default by `??` alone",
    apply: (item) => ({ ...item, last_updater: "" }),
  },
  ...textTraits.map((trait) => inField<Item>(trait, withTitle)),
  {
    name: "formula",
    catches: "cells that a spreadsheet runs",
    apply: (item, { random }) => withTitle(item, pick(random, formulas)),
  },
  {
    name: "long message",
    catches: "cells of 32 767 characters, and lines that are too long for a log",
    apply: (item) => withTitle(item, LONG_MESSAGE),
  },
  {
    name: "absent field",
    catches: "reading a field of undefined, and NOT NULL on optional fields",
    apply(item, { random }) {
      const { [pick(random, OPTIONAL)]: _absent, ...rest } = item;
      return rest as Item;
    },
  },
  {
    name: "same title",
    catches: "a title taken for a key",
    apply: (item, { neighbor }) => withTitle(item, neighbor().primary_field ?? ""),
  },
  {
    name: "U+0000 and a lone surrogate",
    catches: "PostgreSQL, which stores no such text, and encoders of UTF-8 that throw",
    apply: (item) => withTitle(item, `${NUL_TEXT}, ${LONE_SURROGATE_TEXT}`),
  },
  {
    name: "same updated",
    catches: "cursors that go on after the last time that they saw",
    apply: (item, { neighbor }) => ({ ...item, updated: neighbor().updated ?? "" }),
  },
  {
    name: "time with an offset",
    catches: "times compared as texts",
    apply: (item, { end }) => ({ ...item, updated: withOffset(item.updated, end) }),
  },
  {
    name: "time without milliseconds",
    catches: "patterns that require milliseconds",
    apply: (item, { end }) => ({ ...item, updated: withoutMilliseconds(item.updated, end) }),
  },
  {
    name: "time in the future",
    catches: "the newest time taken for a cursor",
    apply: (item, { end }) => ({ ...item, updated: inTheFuture(end) }),
  },
  {
    name: "unknown field",
    catches: "schemas that are closed, and columns that do not exist",
    apply: (item) => ({ ...item, status: { value: "gold" } }) as Item,
  },
  {
    name: "ID to encode",
    catches: "paths put together without encodeURIComponent",
    apply: (item) => ({ ...item, id: `${item.id}/ä b?#%` }),
  },
];

const OPTIONAL = ["uuid", "uid", "last_updater", "updated"] as const;

function withTitle(item: Item, primary_field: string): Item {
  return { ...item, primary_field };
}
