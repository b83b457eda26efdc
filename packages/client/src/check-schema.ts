/** Where a value is not what the contract says. It tells types, never values. */
export interface Finding {
  /** A JSON pointer into the value; `""` is the value itself. */
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

/** A body that is wrong everywhere is told by its first findings. */
const MAX_FINDINGS = 100;

/** Holds a value against a schema. `format` is not judged, and fields that the contract does not know are welcome. */
export function checkSchema(schemas: Schemas, schema: Schema, value: unknown): Finding[] {
  const findings: Finding[] = [];
  const find = (path: string, expected: string, got: string): void => {
    const message = `${path === "" ? "the body" : path} should be ${expected}, not ${got}`;
    findings.push({ path, expected, got, message });
  };
  check(schema, value, "");
  return findings;

  function check(given: Schema, here: unknown, path: string): void {
    const { nullable, type, enum: values, allOf = [], anyOf, oneOf, ...schema } = resolve(given, schemas);
    if (findings.length >= MAX_FINDINGS || (here === null && nullable)) return;
    const say = (expected: string): void => {
      find(path, expected, typeOf(here));
    };
    if (type !== undefined && !isOfType(type, here)) {
      say(type);
      return;
    }
    if (values !== undefined && !values.includes(here)) say(`one of ${values.length} values`);
    if (typeof here === "number") checkRange(schema, here, say);
    if (Array.isArray(here) && schema.items) {
      for (const [index, item] of here.entries()) check(schema.items, item, `${path}/${index}`);
    }
    if (typeOf(here) === "object") checkObject(schema, here as Record<string, unknown>, path);
    for (const part of allOf) check(part, here, path);
    if (anyOf && !anyOf.some((part) => fits(part, here))) say(`one of ${anyOf.length} forms`);
    if (oneOf && oneOf.filter((part) => fits(part, here)).length !== 1) say(`exactly one of ${oneOf.length} forms`);
  }

  function checkObject(schema: Schema, here: Readonly<Record<string, unknown>>, path: string): void {
    const { properties = {}, required = [], additionalProperties = true } = schema;
    for (const key of required) {
      if (!Object.hasOwn(here, key) || here[key] === undefined) {
        const { type = "a value" } = resolve(Object.hasOwn(properties, key) ? (properties[key] ?? {}) : {}, schemas);
        find(`${path}/${pointer(key)}`, type, "missing");
      }
    }
    for (const [key, inner] of Object.entries(here)) {
      // As JSON has it: what is undefined is not there.
      if (inner === undefined) continue;
      const at = `${path}/${pointer(key)}`;
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (known) check(known, inner, at);
      else if (additionalProperties === false) find(at, "nothing", typeOf(inner));
      else if (additionalProperties !== true) check(additionalProperties, inner, at);
    }
  }

  function fits(schema: Schema, here: unknown): boolean {
    return checkSchema(schemas, schema, here).length === 0;
  }
}

/** Follows references into `components/schemas`; the bundle has no others inside schemas. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = schema.$ref?.split("/").at(-1);
  const target = name === undefined ? undefined : schemas[name];
  return target ? resolve(target, schemas) : schema;
}

function checkRange({ minimum, maximum }: Schema, value: number, say: (expected: string) => void): void {
  if (minimum !== undefined && value < minimum) say(`at least ${minimum}`);
  if (maximum !== undefined && value > maximum) say(`at most ${maximum}`);
}

function isOfType(type: string, value: unknown): boolean {
  return type === "integer" ? Number.isInteger(value) : type === typeOf(value);
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** As a JSON pointer has it (RFC 6901). */
function pointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
