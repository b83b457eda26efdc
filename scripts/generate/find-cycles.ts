/**
 * Returns whether a node leads back to itself; each node and each edge is visited once, however many nodes are asked for
 * (Tarjan's algorithm, with a stack of its own, since a cycle can be longer than the call stack).
 */
export function createCycleFinder(nextOf: (node: string) => readonly string[]): (node: string) => boolean {
  const order = new Map<string, number>();
  const isCyclic = new Map<string, boolean>();

  function visitFrom(start: string): void {
    /** The nodes whose component is not complete yet, and the first node that each of them leads back to. */
    const open: string[] = [];
    const lowest = new Map<string, number>();
    const path: { readonly node: string; readonly rest: Iterator<string> }[] = [];

    function enter(node: string): void {
      order.set(node, order.size);
      lowest.set(node, order.size - 1);
      open.push(node);
      path.push({ node, rest: nextOf(node).values() });
    }

    function lower(node: string, index = Number.POSITIVE_INFINITY): void {
      lowest.set(node, Math.min(lowest.get(node) ?? index, index));
    }

    function leave(node: string): void {
      const owner = path.at(-1)?.node;
      if (owner !== undefined) lower(owner, lowest.get(node));
      if (lowest.get(node) !== order.get(node)) return;
      const component = open.splice(open.lastIndexOf(node));
      const isCycle = component.length > 1 || nextOf(node).includes(node);
      for (const member of component) isCyclic.set(member, isCycle);
    }

    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { done, value: next } = top.rest.next();
      if (done) leave((path.pop() ?? top).node);
      else if (!order.has(next)) enter(next);
      else if (!isCyclic.has(next)) lower(top.node, order.get(next));
    }
  }

  return (node) => {
    if (!isCyclic.has(node)) visitFrom(node);
    return isCyclic.get(node) ?? false;
  };
}
