import { typeOf } from "./issue.js";
import { type Check, type Compile, canonicalize, count, isObject, rule } from "./rule.js";
import type { Schema } from "./schema.js";

export function* arrayRules(schema: Schema, compile: Compile): Iterable<Check> {
  const { items, minItems, maxItems, uniqueItems } = schema;
  const array = (expected: string, accepts: (value: readonly unknown[]) => boolean): Check =>
    rule(expected, accepts, Array.isArray);
  if (minItems !== undefined) yield array(`at least ${count(minItems, "element")}`, ({ length }) => length >= minItems);
  if (maxItems !== undefined) yield array(`at most ${count(maxItems, "element")}`, ({ length }) => length <= maxItems);
  if (uniqueItems)
    yield array(
      "an array without repeated elements",
      (value) => new Set(value.map(canonicalize)).size === value.length,
    );
  if (items) yield elementsCheck(compile(items));
}

function elementsCheck(check: Check): Check {
  return (value, list) => {
    if (!Array.isArray(value)) return true;
    if (!list) return value.every((element) => check(element, undefined));
    let matches = true;
    for (let index = 0; index < value.length && !list.isFull; index += 1)
      matches = list.within(String(index), () => check(value[index], list)) && matches;
    return matches;
  };
}

export function* objectRules(schema: Schema, compile: Compile): Iterable<Check> {
  const { minProperties, maxProperties, required = [], properties = {}, additionalProperties = true } = schema;
  const object = (expected: string, accepts: (value: object) => boolean): Check => rule(expected, accepts, isObject);
  if (minProperties !== undefined)
    yield object(`at least ${count(minProperties, "property", "properties")}`, (value) => size(value) >= minProperties);
  if (maxProperties !== undefined)
    yield object(`at most ${count(maxProperties, "property", "properties")}`, (value) => size(value) <= maxProperties);
  const own = new Map(Object.entries(properties));
  if (required.length > 0) yield requiredCheck(required, (key) => own.get(key)?.type ?? "a value");
  if (own.size > 0 || additionalProperties !== true) {
    const checks = new Map([...own].map(([key, property]) => [key, compile(property)]));
    const others = typeof additionalProperties === "object" ? compile(additionalProperties) : forbidden;
    yield propertiesCheck(checks, additionalProperties === true ? undefined : others);
  }
}

function requiredCheck(required: readonly string[], typeOfProperty: (key: string) => string): Check {
  return (value, list) => {
    if (!isObject(value)) return true;
    let matches = true;
    for (const key of required) {
      if (Object.hasOwn(value, key) && value[key] !== undefined) continue;
      matches = false;
      if (!list) break;
      list.add(typeOfProperty(key), "missing", key);
    }
    return matches;
  };
}

function propertiesCheck(own: ReadonlyMap<string, Check>, others: Check | undefined): Check {
  return (value, list) => {
    if (!isObject(value)) return true;
    let matches = true;
    for (const key of Object.keys(value)) {
      const inner = value[key];
      // As in JSON, undefined properties are absent.
      if (inner === undefined) continue;
      const known = own.get(key);
      const check = known ?? others;
      // Any other key is data, such as the addresses in a map of them.
      if (!check || (list ? list.within(known ? key : "*", () => check(inner, list)) : check(inner, list))) continue;
      matches = false;
      if (!list || list.isFull) break;
    }
    return matches;
  };
}

const forbidden: Check = (value, list) => {
  list?.add("nothing", typeOf(value));
  return false;
};

/** As in JSON, undefined properties are absent. */
function size(value: object): number {
  return Object.values(value).filter((inner) => inner !== undefined).length;
}
