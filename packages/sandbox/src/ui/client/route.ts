/** What the address after `#` names: a view, and within it one thing such as a request. */
export interface Route {
  readonly view: string;
  readonly id: string | undefined;
}

/** Calls back with the route now and whenever it changes. An unknown view is the first. */
export function followRoute(views: readonly string[], show: (route: Route) => void): void {
  const update = (): void => {
    const [view = "", id] = location.hash.slice(1).split("/");
    show({ view: views.includes(view) ? view : (views[0] ?? ""), id });
  };
  addEventListener("hashchange", update);
  update();
}
