import type { Item } from "@serviceform/types";
import { titleOf } from "../seed-item.js";
import type { SeedRecords } from "../seed-records.js";
import type { ListRules } from "./list-rules.js";

/** An item changes by getting another title. A new item is in one of the existing spaces. */
export function itemRules({ seedItem }: SeedRecords, spaceIds: readonly string[]): ListRules<Item> {
  return {
    noun: "item",
    minimum: 1,
    order: "end",
    keyOf: ({ id }) => id,
    create(birth) {
      const item = seedItem(birth);
      const hasSpace = item.space_id !== undefined && spaceIds.includes(item.space_id);
      return hasSpace ? item : { ...item, space_id: spaceIds[birth.index % spaceIds.length] ?? "" };
    },
    changes: [
      {
        renews: false,
        apply: (item, { time, random }) => ({
          ...item,
          primary_field: titleOf(random),
          updated: new Date(time).toISOString(),
        }),
      },
    ],
  };
}
