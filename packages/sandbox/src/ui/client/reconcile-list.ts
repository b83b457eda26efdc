/** A row of a list, with a function that updates it. */
export interface ListRow<Item> {
  readonly node: HTMLElement;
  update(item: Item): void;
}

/** Updates the children of an element from a list. Rows that remain are kept, and so keep their focus. */
export function reconcileList<Item extends { readonly id: number }>(
  parent: HTMLElement,
  create: (item: Item) => ListRow<Item>,
): (items: readonly Item[]) => void {
  const rows = new Map<number, ListRow<Item>>();
  return (items) => {
    const ids = new Set(items.map(({ id }) => id));
    for (const [id, { node }] of rows) {
      if (ids.has(id)) continue;
      node.remove();
      rows.delete(id);
    }
    let place = parent.firstElementChild;
    for (const item of items) {
      const row = rows.get(item.id) ?? create(item);
      rows.set(item.id, row);
      row.update(item);
      if (row.node === place) place = place.nextElementSibling;
      else parent.insertBefore(row.node, place);
    }
  };
}
