/** The parts of the URL after `#`: a view, and a thing within it such as a request. */
export interface Route {
  readonly view: string;
  readonly id: string | undefined;
}

/** Calls back with the route now and after every change. An unknown view becomes the first one. */
export function followRoute(views: readonly string[], show: (route: Route) => void): void {
  const update = (): void => {
    const [view = "", id] = location.hash.slice(1).split("/");
    show({ view: views.includes(view) ? view : (views[0] ?? ""), id });
  };
  addEventListener("hashchange", update);
  update();
}
