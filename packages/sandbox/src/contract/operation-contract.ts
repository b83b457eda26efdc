import { operationTable, type OperationId } from "@serviceform/types";
import { document, type OperationObject, type Parameter, type ResponseObject, resolve, type Schema } from "./document.js";
import { createValidator, type Validator } from "./validator.js";

/** What the contract says of one operation, ready to check with. */
export interface OperationContract {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  readonly query: readonly { readonly parameter: Parameter; readonly check: Validator }[];
  readonly body: { readonly required: boolean; readonly contentTypes: readonly string[]; readonly check: Validator } | undefined;
  readonly responses: ReadonlyMap<number, { readonly check: Validator | undefined; readonly checkElement: Validator | undefined }>;
  /** The status of a success. */
  readonly success: number;
}

const cache = new Map<OperationId, OperationContract>();

/** Reads an operation out of the bundled contract, once. */
export function operationContract(id: OperationId): OperationContract {
  let contract = cache.get(id);
  if (!contract) cache.set(id, (contract = read(id)));
  return contract;
}

function read(id: OperationId): OperationContract {
  const { method, path } = operationTable[id];
  const pathItem = document.paths[path] ?? {};
  const operation = pathItem[method.toLowerCase()] as OperationObject;
  const shared = (pathItem["parameters"] ?? []) as NonNullable<OperationObject["parameters"]>;
  const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve<Parameter>(parameter));
  const responses = new Map(
    Object.entries(operation.responses).map(([status, response]) => [Number(status), readResponse(resolve<ResponseObject>(response))]),
  );
  return {
    id,
    method,
    path,
    query: parameters
      .filter((parameter) => parameter.in === "query")
      .map((parameter) => ({ parameter, check: createValidator(parameter.schema) })),
    body: readBody(operation),
    responses,
    success: [...responses.keys()].find((status) => status >= 200 && status < 300) ?? 200,
  };
}

function readBody({ requestBody }: OperationObject): OperationContract["body"] {
  if (!requestBody) return undefined;
  const contentTypes = Object.keys(requestBody.content);
  const schema = requestBody.content["application/json"]?.schema ?? {};
  return { required: requestBody.required ?? false, contentTypes, check: createValidator(schema) };
}

function readResponse({ content }: ResponseObject): { check: Validator | undefined; checkElement: Validator | undefined } {
  const schema = content?.["application/json"]?.schema;
  const elements = schema?.["type"] === "array" ? (schema["items"] as Schema | undefined) : undefined;
  return { check: schema && createValidator(schema), checkElement: elements && createValidator(elements) };
}
