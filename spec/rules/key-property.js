import propertiesOf from "./properties-of.js";

/** A key that can be missing identifies nothing. */
export default function keyProperty() {
  return {
    Schema: {
      enter(schema, { location, report, resolve }) {
        const key = schema["x-key"];
        if (key === undefined) return;
        const { properties, required } = propertiesOf({ node: schema, location }, resolve);
        if (properties.get(key)?.type === "string" && required.has(key)) return;
        report({
          message: `Set x-key to a required property of type string, which ${key} is not.`,
          location: location.child("x-key"),
        });
      },
    },
  };
}
