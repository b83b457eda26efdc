import propertiesOf from "./properties-of.js";

/** A masked key identifies nothing. */
export default function personalNotKey() {
  return {
    Schema: {
      enter(schema, { location, report, resolve }) {
        const key = schema["x-key"];
        const { properties } = propertiesOf({ node: schema, location }, resolve);
        if (properties.get(key)?.["x-personal"] !== true) return;
        report({
          message: `Remove x-personal from ${key} or choose another x-key: a masked key identifies nothing.`,
          location: location.child("x-key"),
        });
      },
    },
  };
}
