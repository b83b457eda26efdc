export type Node = Record<string, unknown>;
export type Schemas = Readonly<Record<string, Node>>;

/** The schemas of a document, and the keyword that excludes properties in a direction. */
export interface Reading {
  readonly schemas: Schemas;
  readonly hidden: "readOnly" | "writeOnly";
}

const NOT_OF_JSON_SCHEMA = ["nullable", "example", "discriminator", "exclusiveMinimum", "exclusiveMaximum"];
const BOUNDS = { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" } as const;

/** Converts a schema of OpenAPI 3.0 to JSON Schema; null is valid with `nullable`. */
export function translateSchema(reading: Reading, schema: Node): unknown {
  if (typeof schema.$ref === "string") return { $ref: `/${nameOf(schema.$ref)}` };
  const own = { ...schema, ...typeOf(schema) } as Node;
  for (const key of NOT_OF_JSON_SCHEMA) delete own[key];
  for (const [bound, exclusive] of Object.entries(BOUNDS)) {
    if (schema[exclusive] !== true) continue;
    own[exclusive] = schema[bound];
    delete own[bound];
  }
  for (const key of ["items", "not", "additionalProperties"])
    if (typeof own[key] === "object") own[key] = translateSchema(reading, own[key] as Node);
  for (const key of ["allOf", "anyOf", "oneOf"])
    if (own[key]) own[key] = (own[key] as Node[]).map((part) => translateSchema(reading, part));
  Object.assign(own, shownProperties(reading, schema));
  const forms = (schema.oneOf ?? schema.anyOf) as Node[] | undefined;
  if (schema.discriminator && forms) chooseForm(schema.discriminator as Discriminator, forms, own);
  return schema.nullable === true ? { anyOf: [{ enum: [null] }, own] } : own;
}

export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** A schema with properties or items implies an object or an array. */
function typeOf({ type, properties, additionalProperties, items }: Node): Node {
  if (type !== undefined) return {};
  if (properties !== undefined || typeof additionalProperties === "object") return { type: "object" };
  return items === undefined ? {} : { type: "array" };
}

/** Removes the properties that are excluded in the direction. */
function shownProperties(reading: Reading, schema: Node): Node {
  const { properties, required } = schema as { properties?: Schemas; required?: string[] };
  const left = new Set(hiddenNames(reading, schema));
  const shown = Object.entries(properties ?? {}).filter(([name]) => !left.has(name));
  const translated = shown.map(([name, inner]) => [name, translateSchema(reading, inner)]);
  return {
    ...(properties && { properties: Object.fromEntries(translated) }),
    ...(required && { required: required.filter((name) => !left.has(name)) }),
  };
}

function hiddenNames(reading: Reading, { properties = {}, allOf = [] }: Node): string[] {
  const own = Object.entries(properties as Schemas).filter(
    ([, inner]) => inner[reading.hidden] === true || follow(reading, inner)[reading.hidden] === true,
  );
  return [
    ...own.map(([name]) => name),
    ...(allOf as Node[]).flatMap((part) => hiddenNames(reading, follow(reading, part))),
  ];
}

function follow(reading: Reading, schema: Node): Node {
  return typeof schema.$ref === "string" ? follow(reading, reading.schemas[nameOf(schema.$ref)] ?? {}) : schema;
}

interface Discriminator {
  readonly propertyName: string;
  readonly mapping?: Readonly<Record<string, string>>;
}

/** The one variant that the discriminator names. */
function chooseForm({ propertyName, mapping = {} }: Discriminator, forms: readonly Node[], own: Node): void {
  const mapped = Object.entries(mapping).map(([text, target]) => [text, nameOf(target)] as const);
  const names = forms.map(({ $ref }) => nameOf(String($ref)));
  const unmapped = names.filter((name) => !mapped.some(([, target]) => target === name));
  const pairs = [...mapped, ...unmapped.map((name) => [name, name] as const)];
  const texts = pairs.map(([text]) => text);
  const rules = pairs.map(([text, name]) => ({
    if: { properties: { [propertyName]: { const: text } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { $ref: `/${name}` },
  }));
  const tag = { type: "object", required: [propertyName], properties: { [propertyName]: { enum: texts } } };
  delete own[own.oneOf === undefined ? "anyOf" : "oneOf"];
  own.allOf = [...((own.allOf as unknown[]) ?? []), tag, ...rules];
}
