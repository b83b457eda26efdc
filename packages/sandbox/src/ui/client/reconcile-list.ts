/** An element of a list, and how it follows what it shows. */
export interface ListRow<Item> {
  readonly node: HTMLElement;
  update(item: Item): void;
}

/** Makes the children of an element follow a list. What stays is kept, so that it keeps its focus too. */
export function reconcileList<Item>(
  parent: HTMLElement,
  keyOf: (item: Item) => string,
  create: (item: Item) => ListRow<Item>,
): (items: readonly Item[]) => void {
  const rows = new Map<string, ListRow<Item>>();
  return (items) => {
    const keys = new Set(items.map(keyOf));
    for (const [key, { node }] of rows) {
      if (keys.has(key)) continue;
      node.remove();
      rows.delete(key);
    }
    let place = parent.firstElementChild;
    for (const item of items) {
      const row = rows.get(keyOf(item)) ?? create(item);
      rows.set(keyOf(item), row);
      row.update(item);
      if (row.node === place) place = place.nextElementSibling;
      else parent.insertBefore(row.node, place);
    }
  };
}
