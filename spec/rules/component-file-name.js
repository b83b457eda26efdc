import { dirname, resolve } from "node:path";

/** The bundler names an unlisted component after its file, and numbers it when that name is taken. */
export default function componentFileName() {
  let known;

  return {
    Root: {
      enter({ components = {} }, { location, report }) {
        const root = location.source.absoluteRef;
        known = new Set([root]);
        for (const [kind, byName] of Object.entries(components)) {
          for (const [name, component] of Object.entries(byName)) {
            const file = `./components/${kind}/${name}.yaml`;
            known.add(resolve(dirname(root), file));
            if (component.$ref === file) continue;
            report({
              message: `Keep the component ${name} in the file named after it and refer to it with $ref: ${file}.`,
              location: location.child(["components", kind, name]).key(),
            });
          }
        }
      },
    },
    ref: {
      enter({ $ref }, { location, report, type }, { location: target }) {
        if (!target || type.name === "PathItem" || known.has(target.source.absoluteRef)) return;
        report({
          message: `List what ${$ref} points to under components in openapi.yaml, so that it gets a name.`,
          location,
        });
      },
    },
  };
}
