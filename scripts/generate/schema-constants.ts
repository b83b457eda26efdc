import { type Document, type Reference, referenceName, resolve, type Schema } from "../openapi/document.ts";
import { createCycleFinder } from "./find-cycles.ts";
import { Identifier } from "./print-literal.ts";
import { toJsonSchema } from "./to-json-schema.ts";

type Given = Schema | Reference;
type Definitions = { readonly $defs: Readonly<Record<string, unknown>> };

/** JSON Schemas that share referenced schemas. */
export interface SchemaConstants {
  /** Name and value, each after those that it uses; complete when all schemas are converted. */
  readonly constants: readonly (readonly [name: string, value: unknown])[];
  /** A JSON Schema with constants in place of references. */
  convert(given: Given): unknown;
  /** The same as a root schema, with the `$defs` that it needs. */
  convertRoot(given: Given): unknown;
  /** The `$defs` of a root schema that contains these; undefined if none is recursive. */
  definitions(given: readonly Given[]): Definitions | undefined;
}

/**
 * Each referenced schema becomes a constant, so that text and memory do not grow with the number of references. Only a
 * recursive one, which no literal can contain, stays a reference to `$defs`.
 */
export function createSchemaConstants(document: Document): SchemaConstants {
  const constants: (readonly [name: string, value: unknown])[] = [];
  const identifiers = new Map<string, Identifier>();
  const { reachedFrom, isRecursive } = createReach(document);

  function convert(given: Given): unknown {
    return toJsonSchema(given, ({ $ref }) =>
      isRecursive($ref) ? { $ref: `#/$defs/${definitionName($ref)}` } : identify($ref),
    );
  }

  function identify($ref: string): Identifier {
    const known = identifiers.get($ref);
    if (known !== undefined) return known;
    const value = convert(resolve<Schema>(document, { $ref }));
    const identifier = new Identifier(constantName($ref, constants));
    identifiers.set($ref, identifier);
    constants.push([identifier.name, value]);
    return identifier;
  }

  function convertRoot(given: Given): unknown {
    const needed = definitions([given]);
    return needed ? { ...(convert(resolve<Schema>(document, given)) as object), ...needed } : convert(given);
  }

  function definitions(given: readonly Given[]): Definitions | undefined {
    const reached = new Set(given.flatMap((one) => [...reachedFrom(one)]));
    const recursive = [...reached].filter(isRecursive);
    if (recursive.length === 0) return undefined;
    return { $defs: Object.fromEntries(recursive.map((ref) => [definitionName(ref), identify(ref)])) };
  }

  return { constants, convert, convertRoot, definitions };
}

/** All references of a schema, direct and indirect. */
function createReach(document: Document) {
  const direct = new Map<string, readonly string[]>();

  function referencesOf($ref: string): readonly string[] {
    const known = direct.get($ref) ?? referencesIn(resolve<Schema>(document, { $ref }));
    direct.set($ref, known);
    return known;
  }

  function reachedFrom(given: Given): Set<string> {
    const reached = new Set(referencesIn(given));
    for (const $ref of reached) for (const next of referencesOf($ref)) reached.add(next);
    return reached;
  }

  return { reachedFrom, isRecursive: createCycleFinder(referencesOf) };
}

function referencesIn(given: Given): string[] {
  const found: string[] = [];
  toJsonSchema(given, ({ $ref }) => void found.push($ref));
  return found;
}

function definitionName($ref: string): string {
  return $ref.replace("#/components/schemas/", "").replaceAll(/[^\w.-]+/g, "_");
}

/** A unique name of a constant; the `$` distinguishes it from other names of the file. */
function constantName($ref: string, constants: SchemaConstants["constants"]): string {
  const name = `$${referenceName({ $ref })}`.replaceAll(/[^\w$]+/g, "_");
  return constants.some(([taken]) => taken === name) ? `${name}$${constants.length}` : name;
}
