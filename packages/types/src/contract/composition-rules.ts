import { typeOf } from "./issue.js";
import { type Check, type Compile, isObject, isText, rule } from "./rule.js";
import type { Schema } from "./schema.js";

export function* compositionRules(schema: Schema, compile: Compile): Iterable<Check> {
  const { allOf = [], anyOf, oneOf, not, discriminator } = schema;
  yield* allOf.map(compile);
  // It selects one of these instead.
  const selected = discriminator && (oneOf ?? anyOf);
  if (discriminator) yield discriminatorCheck(discriminator, compile);
  const always = (): boolean => true;
  const matching = (forms: readonly Check[], value: unknown): number =>
    forms.filter((form) => form(value, undefined)).length;
  if (anyOf && anyOf !== selected) {
    const forms = anyOf.map(compile);
    yield rule(`one of ${forms.length} forms`, (value) => forms.some((form) => form(value, undefined)), always);
  }
  if (oneOf && oneOf !== selected) {
    const forms = oneOf.map(compile);
    yield rule(`exactly one of ${forms.length} forms`, (value) => matching(forms, value) === 1, always);
  }
  if (not) {
    const excluded = compile(not);
    yield rule("something else", (value) => !excluded(value, undefined), always);
  }
}

function discriminatorCheck({ propertyName, mapping }: NonNullable<Schema["discriminator"]>, compile: Compile): Check {
  const forms = new Map(Object.entries(mapping).map(([text, schema]) => [text, compile(schema)]));
  const expected = `one of ${forms.size} values`;
  return (value, list) => {
    if (!isObject(value)) {
      list?.add("object", typeOf(value));
      return false;
    }
    const text = Object.hasOwn(value, propertyName) ? value[propertyName] : undefined;
    const form = isText(text) ? forms.get(text) : undefined;
    if (form) return form(value, list);
    list?.add(expected, text === undefined ? "missing" : typeOf(text), propertyName);
    return false;
  };
}
