import { callAssertions } from "./call-assertions.ts";
import { pathAssertions } from "./path-assertions.ts";
import type { Surface } from "./render-surface.ts";
import { schemaAssertions } from "./schema-assertions.ts";
import type { TypeAssertion } from "./type-assertion.ts";

/** A program that uses everything of a surface: each type, field, input key, call and error. */
export function consumer(surface: Surface, named: boolean): TypeAssertion[] {
  const { operations } = surface;
  const document = named ? surface.prepared : surface.document;
  return [
    ...schemaAssertions(document, named),
    ...pathAssertions(document),
    ...(named && operations !== undefined ? callAssertions(document, operations) : []),
  ];
}

/**
 * The imports of every assertion. `some` returns a value of any type. A section of `components` without entries has the
 * type `never`, any key of which compiles.
 */
export function preamble(named: boolean): string {
  const methods = `import type { Methods, OperationId, OperationMap, StreamMethods } from "./methods.js";
interface Options { signal?: AbortSignal }
interface AbortSignal { readonly aborted: boolean }
declare const api: Methods<Options> & { readonly stream: StreamMethods<Options> };
declare const options: Options;
declare function isApiError<Id extends OperationId, Status extends keyof OperationMap[Id]["errors"]>(
  error: unknown, operation: Id, status: Status,
): error is { readonly body: OperationMap[Id]["errors"][Status] };
`;
  return `import type { components, operations, paths } from "./paths.js";
declare function some<Value>(): Value;
type Declared<Value> = [Value] extends [never] ? "nothing" : "declared";
${named ? methods : ""}`;
}
