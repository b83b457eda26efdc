import { byId, element } from "./element.js";
import { formatCount, formatTitle } from "./format.js";

/** The links to the views, each with the number of its entries. */
export function createViewLinks(views: readonly string[]) {
  const links = views.map((view) => {
    const count = element("span", { class: "count" });
    const link = element("a", { href: `#${view}` }, formatTitle(view), " ", count);
    return { view, count, link };
  });
  byId("views").replaceChildren(...links.map(({ link }) => link));
  return {
    setCounts(counts: { readonly [view: string]: number }) {
      for (const { view, count } of links) {
        const number = counts[view];
        count.textContent = number === undefined ? "" : formatCount(number);
      }
    },
    setCurrent(current: string) {
      for (const { view, link } of links) link.ariaCurrent = view === current ? "page" : null;
    },
  };
}
