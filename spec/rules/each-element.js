/** A rule about what identifies, dates or sums up a record: `check` sees each element of an array in a success once. */
export default function eachElement(check) {
  const seen = new Set();

  return {
    Operation: {
      leave(operation, context) {
        const { location, resolve } = context;
        for (const element of elementsOf({ node: operation, location }, resolve)) {
          const place = element.location.absolutePointer;
          if (seen.has(place)) continue;
          seen.add(place);
          check(element, operation.operationId, context);
        }
      },
    },
  };
}

function elementsOf(operation, resolve) {
  return Object.keys(operation.node.responses ?? {})
    .filter((status) => status.startsWith("2"))
    .map((status) => follow(operation, ["responses", status], resolve))
    .flatMap((response) =>
      Object.keys(response.node?.content ?? {}).map((type) => follow(response, ["content", type, "schema"], resolve)),
    )
    .filter(({ node }) => node?.type === "array")
    .map((array) => follow(array, ["items"], resolve))
    .filter(({ node }) => node !== undefined);
}

/** What stands below a place, with its own place; a reference is relative to the file that holds it. */
export function follow({ node, location }, keys, resolve) {
  const value = keys.reduce((parent, key) => parent?.[key], node);
  if (value?.$ref === undefined) return { node: value, location: location.child(keys) };
  return resolve(value, location.source.absoluteRef);
}
