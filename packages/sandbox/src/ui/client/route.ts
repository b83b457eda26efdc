/**
 * Calls back with the parts of the URL after `#`, now and after every change: a view, and a thing within it such as a
 * request. An unknown view becomes the first one.
 */
export function followRoute(views: readonly string[], show: (view: string, id: string | undefined) => void): void {
  const update = (): void => {
    const [view = "", id] = location.hash.slice(1).split("/");
    show(views.includes(view) ? view : (views[0] ?? ""), id);
  };
  addEventListener("hashchange", update);
  update();
}
