/** Where a value is not what the contract says. It names types, never values nor keys that the contract does not have. */
export interface Finding {
  /** A JSON pointer into the value, with `*` for a key that the contract does not name; `""` is the value itself. */
  readonly path: string;
  /** What the contract says. */
  readonly expected: string;
  /** The type of what is there; `missing` where nothing is. */
  readonly got: string;
  /** The three in one sentence. */
  readonly message: string;
}

/** The part of a schema of OpenAPI 3.0 that restricts values. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export type Schemas = Readonly<Record<string, Schema>>;

/** A body that is wrong everywhere is described by its first findings. */
const MAX_FINDINGS = 100;

/** Holds a value against a schema. `format` is not judged, and fields that the contract does not know are welcome. */
export function checkSchema(schemas: Schemas, schema: Schema, value: unknown): Finding[] {
  const check: Check = { schemas, findings: [] };
  checkValue(check, schema, value, "");
  return check.findings;
}

interface Check {
  readonly schemas: Schemas;
  readonly findings: Finding[];
}

function find({ findings }: Check, path: string, expected: string, got: string): void {
  const message = `${path === "" ? "the body" : path} should be ${expected}, not ${got}`;
  findings.push({ path, expected, got, message });
}

function checkValue(check: Check, given: Schema, value: unknown, path: string): void {
  const { nullable, type, enum: values, allOf = [], anyOf, oneOf, ...schema } = resolve(given, check.schemas);
  if (check.findings.length >= MAX_FINDINGS || (value === null && nullable)) return;
  const say = (expected: string): void => find(check, path, expected, typeOf(value));
  if (type !== undefined && !isOfType(type, value)) {
    say(type);
    return;
  }
  if (values !== undefined && !values.includes(value)) say(`one of ${values.length} values`);
  if (typeof value === "number") checkNumber(type, schema, value, say);
  if (Array.isArray(value) && schema.items) {
    for (const [index, item] of value.entries()) checkValue(check, schema.items, item, `${path}/${index}`);
  }
  if (typeOf(value) === "object") checkObject(check, schema, value as Record<string, unknown>, path);
  for (const part of allOf) checkValue(check, part, value, path);
  const fits = (part: Schema): boolean => checkSchema(check.schemas, part, value).length === 0;
  if (anyOf && !anyOf.some(fits)) say(`one of ${anyOf.length} forms`);
  if (oneOf && oneOf.filter(fits).length !== 1) say(`exactly one of ${oneOf.length} forms`);
}

function checkObject(check: Check, schema: Schema, value: Readonly<Record<string, unknown>>, path: string): void {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const schemaOf = (key: string): Schema | undefined => (Object.hasOwn(properties, key) ? properties[key] : undefined);
  for (const key of required) {
    if (Object.hasOwn(value, key) && value[key] !== undefined) continue;
    const { type = "a value" } = resolve(schemaOf(key) ?? {}, check.schemas);
    find(check, `${path}/${pointer(key)}`, type, "missing");
  }
  for (const [key, inner] of Object.entries(value)) {
    // As in JSON, what is undefined is not there.
    if (inner === undefined) continue;
    const named = schemaOf(key);
    // Any other key is data, such as the addresses in a map of them.
    const at = `${path}/${named ? pointer(key) : "*"}`;
    const known = named ?? additionalProperties;
    if (known === false) find(check, at, "nothing", typeOf(inner));
    else if (known !== true) checkValue(check, known, inner, at);
  }
}

/** Follows references into `components/schemas`; the bundle has no others inside schemas. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = schema.$ref?.split("/").at(-1);
  const target = name === undefined ? undefined : schemas[name];
  return target ? resolve(target, schemas) : schema;
}

function checkNumber(
  type: string | undefined,
  { minimum, maximum }: Schema,
  value: number,
  say: (expected: string) => void,
): void {
  // What was written is lost: JSON.parse has rounded it.
  if (type === "integer" && !Number.isSafeInteger(value)) say("a safe integer");
  if (type === "number" && !Number.isFinite(value)) say("a finite number");
  if (minimum !== undefined && value < minimum) say(`at least ${minimum}`);
  if (maximum !== undefined && value > maximum) say(`at most ${maximum}`);
}

function isOfType(type: string, value: unknown): boolean {
  return type === "integer" ? Number.isInteger(value) : type === typeOf(value);
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** Escapes a key for a JSON pointer (RFC 6901). */
function pointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
