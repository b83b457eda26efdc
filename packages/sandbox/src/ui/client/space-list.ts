import { byId, element } from "./element.js";
import { reconcileList } from "./reconcile-list.js";
import type { SpaceRow } from "./snapshot.js";

/** Draws how many items each space has, as numbers and as bars. */
export function createSpaceList(): (spaces: readonly SpaceRow[]) => void {
  let most = 1;
  const draw = reconcileList<SpaceRow>(
    byId("spaces"),
    ({ id }) => id,
    () => {
      const name = element("span", { class: "name" });
      const id = element("code");
      const count = element("span", { class: "number" });
      const fill = element("span", { class: "fill" });
      const bar = element("span", { class: "track", "aria-hidden": "true" }, fill);
      return {
        node: element("li", {}, name, " ", id, " ", count, bar),
        update(space: SpaceRow) {
          name.textContent = space.name;
          id.textContent = space.id;
          count.textContent = `${space.items.toLocaleString("en")} ${space.items === 1 ? "item" : "items"}`;
          fill.style.width = `${(100 * space.items) / most}%`;
        },
      };
    },
  );
  return (spaces) => {
    most = Math.max(1, ...spaces.map(({ items }) => items));
    byId("no-spaces").hidden = spaces.length > 0;
    draw(spaces);
  };
}
