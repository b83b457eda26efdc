/** A row of a list, with a function that updates it. */
export interface ListRow<Item> {
  readonly node: HTMLElement;
  update(item: Item): void;
}

/** Updates the children of an element from a list. Rows that remain are kept, and so keep their focus. */
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
