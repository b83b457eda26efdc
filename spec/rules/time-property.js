import propertiesOf from "./properties-of.js";

/** Tools compare its values, so they must know how a value is a point in time. */
export default function timeProperty() {
  return {
    Schema: {
      enter(schema, { location, report, resolve }) {
        const time = schema["x-time"];
        if (time === undefined) return;
        const { properties } = propertiesOf({ node: schema, location }, resolve);
        const { format, "x-unit": unit } = properties.get(time) ?? {};
        if (format === "date-time" || unit === "epoch-seconds") return;
        report({
          message: `Set x-time to a property of format date-time or of x-unit epoch-seconds, which ${time} is not.`,
          location: location.child("x-time"),
        });
      },
    },
  };
}
