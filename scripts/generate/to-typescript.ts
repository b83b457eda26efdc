import type { KeywordTypeSyntaxKind, Node, TypeNode } from "typescript";
import type { Document, Reference, Schema } from "../openapi/document.ts";
import { objectsIn } from "../openapi/objects-in.ts";
import { declareRequired } from "./declare-required.ts";
import { intersectForms } from "./intersect-forms.ts";
import { maskPercent } from "./percent-names.ts";
import { mapSchemas } from "./prepare/map-schemas.ts";
import { SpecError } from "./spec-error.ts";
import { typeDiscriminators } from "./type-discriminators.ts";
import { findUnusableKeys, mayHaveUnusableKeys } from "./unusable-keys.ts";

/** `paths`, `components` and `operations` of openapi-typescript, with `Upload` for files of forms and masked names. */
export async function toTypescript(document: Document, formSchemas: ReadonlySet<string> = new Set()): Promise<Node[]> {
  const text = JSON.stringify(document);
  const unusable = mayHaveUnusableKeys(text) ? findUnusableKeys(document) : [];
  if (unusable.length > 0) throw new SpecError(unusable);
  // Imported on demand, because it loads TypeScript, and an invalid spec is reported without it.
  const { resolveRef, scanDiscriminators, stringToAST, transformSchema } = await import("openapi-typescript");
  try {
    const hasDiscriminators = text.includes('"discriminator":');
    const typed = hasDiscriminators ? typeDiscriminators(document) : document;
    const mask = text.includes("%") ? maskPercent : (schema: Schema | Reference) => schema;
    const readable = mapSchemas(typed, (schema) => mask(intersectForms(declareRequired(schema))));
    // A copy, since openapi-typescript modifies schemas with a discriminator.
    const copy = hasDiscriminators || formSchemas.size > 0 ? markFiles(readable, formSchemas) : readable;
    const source = copy as never; // Its type of documents is that of its own parser.
    const context = {
      silent: true,
      // Else a body field with a default would be required, although the API sets it.
      defaultNonNullable: false,
      // An object without properties may have any, unless it is closed.
      emptyObjectsUnknown: true,
      transform: await loadTransform(),
      discriminators: hasDiscriminators ? scanDiscriminators(source, { silent: true }) : NO_DISCRIMINATORS,
      injectFooter: [],
      resolve: ($ref: string) => resolveRef(source, $ref, { silent: true }),
    };
    // Not by its main function, which first validates and bundles the document, as `lint` and `bundle` have.
    const nodes = transformSchema(source, context as never); // The other fields are off if absent.
    const [withRequired] = stringToAST(WITH_REQUIRED);
    return nodes.map((node) => (isNamed(node, "WithRequired") ? withRequired : node)) as Node[];
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const message = `openapi-typescript cannot read the document (${(error as Error).message}).`;
    throw new SpecError([{ message }]);
  }
}

/** What it looks for in the whole document. */
const NO_DISCRIMINATORS = { objects: {}, refsHandled: [] };

/** Unlike that of openapi-typescript, this one compiles for a part that can be null, which has no keys. */
const WITH_REQUIRED =
  "type WithRequired<T, K extends PropertyKey> = T extends object ? T & { [P in K & keyof T]-?: T[P] } : T;";

function isNamed(node: object, text: string): boolean {
  return "name" in node && Object(node.name).text === text;
}

/** A keyword that no document has: no text of YAML or JSON contains its first character as it is. */
const FILE = "\0file";

/** A copy in which files in the schemas of forms are marked, to distinguish them from other `binary` strings. */
function markFiles(document: Document, formSchemas: ReadonlySet<string>): Document {
  const copy = structuredClone(document);
  const schemas = [...formSchemas].map((name) => copy.components?.schemas?.[name]);
  for (const schema of objectsIn(schemas) as Set<Record<string, unknown>>)
    if (schema.type === "string" && schema.format === "binary") schema[FILE] = true;
  return copy;
}

/** The types of schemas that openapi-typescript has none for; undefined for all others. */
async function loadTransform() {
  const { factory, SyntaxKind } = (await import("typescript")).default;
  const keyword = (kind: KeywordTypeSyntaxKind): TypeNode => factory.createKeywordTypeNode(kind);
  const empty = (): TypeNode =>
    factory.createTypeReferenceNode("Record", [keyword(SyntaxKind.StringKeyword), keyword(SyntaxKind.NeverKeyword)]);
  return (schema: Record<string, unknown>) => {
    if (schema[FILE]) return factory.createTypeReferenceNode("Upload");
    return isEmpty(schema) ? empty() : undefined;
  };
}

/** Whether the only value of a schema is the empty object. */
function isEmpty({ type, additionalProperties, properties = {}, allOf, oneOf, anyOf, nullable }: Schema): boolean {
  const isClosed = type === "object" && additionalProperties === false && nullable !== true;
  return isClosed && Object.keys(properties).length === 0 && !(allOf || oneOf || anyOf);
}
