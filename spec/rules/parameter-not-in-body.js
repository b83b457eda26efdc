/** Callers pass parameters and body properties in one object, so a name can belong to only one of them. */
export default function parameterNotInBody() {
  const names = new Set();
  let operationId;

  return {
    PathItem: {
      Operation: {
        enter(operation, { resolve }, { PathItem }) {
          const parameters = [...(PathItem.parameters ?? []), ...(operation.parameters ?? [])];
          names.clear();
          for (const parameter of parameters) names.add(resolve(parameter).node?.name);
          operationId = operation.operationId;
        },
        RequestBody: {
          SchemaProperties: {
            enter(properties, { location, report }) {
              for (const name of Object.keys(properties).filter((name) => names.has(name))) {
                report({
                  message: `Rename ${name} in the body or in the parameters of ${operationId}: callers pass both in one object.`,
                  location: location.child(name).key(),
                });
              }
            },
          },
        },
      },
    },
  };
}
