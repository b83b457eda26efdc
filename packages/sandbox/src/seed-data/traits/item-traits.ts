import type { Item } from "@serviceform/types";
import { absentField, unknownField, updatedTraits } from "./field-traits.js";
import { formula, inField, longMessage, nulAndLoneSurrogate, textTraits } from "./texts.js";
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
  ...[...textTraits, formula, longMessage].map((trait) => inField(trait, withTitle)),
  absentField<Item>(["uuid", "uid", "last_updater", "updated"]),
  {
    name: "same title",
    catches: "a title taken for a key",
    apply: (item, { neighbor }) => withTitle(item, neighbor().primary_field ?? ""),
  },
  inField(nulAndLoneSurrogate, withTitle),
  ...updatedTraits<Item>(),
  unknownField({ status: { value: "gold" } }),
  {
    name: "ID to encode",
    catches: "paths put together without encodeURIComponent",
    apply: (item) => ({ ...item, id: `${item.id}/ä b?#%` }),
  },
];

function withTitle(item: Item, primary_field: string): Item {
  return { ...item, primary_field };
}
