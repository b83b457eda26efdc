/** The default of a constraint, if it has one. */
const ABSENT: Readonly<Record<string, unknown>> = {
  additionalProperties: true,
  exclusiveMaximum: false,
  exclusiveMinimum: false,
  minItems: 0,
  minLength: 0,
  minProperties: 0,
  required: false,
  uniqueItems: false,
};

const CONSTRAINTS = new Set([
  ...Object.keys(ABSENT),
  ...["enum", "format", "maxItems", "maxLength", "maxProperties"],
  ...["maximum", "minimum", "multipleOf", "pattern", "type"],
]);

/** A format and the format that includes it. */
const WIDER: Readonly<Record<string, string>> = { int32: "int64", float: "double" };

/** Whether other values match after a change; undefined for a property that is no constraint. */
export function changesMeaning(property: string, before: unknown, after: unknown): boolean | undefined {
  return CONSTRAINTS.has(property) ? meaning(property, before) !== meaning(property, after) : undefined;
}

/** Whether more or fewer values match after a change, since Redocly does not compare `multipleOf` and `format`. */
export function compareValues(property: string, before: unknown, after: unknown): "relaxed" | "tightened" | undefined {
  if (contains(property, after, before)) return "relaxed";
  return contains(property, before, after) ? "tightened" : undefined;
}

/** Whether every value that matches `inner` matches `outer`. */
function contains(property: string, outer: unknown, inner: unknown): boolean {
  if (property === "format") return WIDER[String(inner)] === outer;
  if (property !== "multipleOf" || typeof outer !== "number" || typeof inner !== "number") return false;
  const times = inner / outer;
  // 0.3 / 0.1 is not an integer in floating point.
  return Math.abs(times - Math.round(times)) < 1e-9 && Math.round(times) >= 1;
}

function meaning(property: string, value: unknown): string {
  const items = Array.isArray(value) ? [...new Set(value.map((item) => JSON.stringify(item)))] : [];
  const list = items.length > 0 ? items.sort() : undefined;
  const single = Array.isArray(value) ? undefined : value;
  return JSON.stringify(list ?? single ?? ABSENT[property] ?? null);
}
