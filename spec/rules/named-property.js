import propertiesOf from "./properties-of.js";

/** A key that can be missing identifies nothing. */
export const keyProperty = namedProperty("x-key", (key, property, isRequired) =>
  property?.type === "string" && isRequired
    ? undefined
    : `Set x-key to a required property of type string, which ${key} is not.`,
);

/** A masked key identifies nothing. */
export const personalNotKey = namedProperty("x-key", (key, property) =>
  property?.["x-personal"] === true
    ? `Remove x-personal from ${key} or choose another x-key: a masked key identifies nothing.`
    : undefined,
);

/** Tools compare its values, so they must know how a value is a point in time. */
export const timeProperty = namedProperty("x-time", (time, property) =>
  property?.format === "date-time" || property?.["x-unit"] === "epoch-seconds"
    ? undefined
    : `Set x-time to a property of format date-time or of x-unit epoch-seconds, which ${time} is not.`,
);

/** A rule about the property that an extension of a schema names; `check` returns the message for an invalid one. */
function namedProperty(extension, check) {
  return () => ({
    Schema: {
      enter(schema, { location, report, resolve }) {
        const name = schema[extension];
        if (name === undefined) return;
        const { properties, required } = propertiesOf({ node: schema, location }, resolve);
        const message = check(name, properties.get(name), required.has(name));
        if (message !== undefined) report({ message, location: location.child(extension) });
      },
    },
  });
}
