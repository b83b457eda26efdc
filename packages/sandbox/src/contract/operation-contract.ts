import { type OperationId, operationTable } from "@serviceform/types";
import {
  type Content,
  document,
  type OperationObject,
  type Parameter,
  type ResponseObject,
  resolve,
} from "./document.js";
import { createValidator, type Validator } from "./validator.js";

/** What the contract says about one operation, ready to check with. */
export interface OperationContract {
  readonly id: OperationId;
  readonly parameters: { readonly [Place in "path" | "query"]: readonly CheckedParameter[] };
  readonly body: CheckedBody | undefined;
  readonly responses: ReadonlyMap<number, CheckedResponse>;
  /** The status of a success. */
  readonly success: number;
}

interface CheckedParameter {
  readonly parameter: Parameter;
  readonly check: Validator;
}

interface CheckedBody {
  readonly required: boolean;
  readonly contentTypes: readonly string[];
  readonly check: Validator;
}

interface CheckedResponse {
  /** Undefined where no body is documented. */
  readonly check: Validator | undefined;
  /** Of one element, where a list is documented. */
  readonly checkElement: Validator | undefined;
}

const cache = new Map<OperationId, OperationContract>();

/** Reads an operation out of the bundled contract, once. */
export function operationContract(id: OperationId): OperationContract {
  const contract = cache.get(id) ?? read(id);
  cache.set(id, contract);
  return contract;
}

function read(id: OperationId): OperationContract {
  const { method, path } = operationTable[id];
  const { parameters = [], [method.toLowerCase()]: found } = document.paths[path] ?? {};
  const operation = found as OperationObject;
  const all = [...parameters, ...(operation.parameters ?? [])].map((parameter) => resolve<Parameter>(parameter));
  const within = (place: string): CheckedParameter[] =>
    all
      .filter((parameter) => parameter.in === place)
      .map((parameter) => ({ parameter, check: createValidator(parameter.schema) }));
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [Number(status), readResponse(resolve<ResponseObject>(response))] as const,
  );
  return {
    id,
    parameters: { path: within("path"), query: within("query") },
    body: readBody(operation),
    responses: new Map(responses),
    success: responses.map(([status]) => status).find((status) => status >= 200 && status < 300) ?? 200,
  };
}

function readBody({ requestBody }: OperationObject): CheckedBody | undefined {
  if (!requestBody) return undefined;
  const { required = false, content } = requestBody;
  return { required, contentTypes: Object.keys(content), check: createValidator(jsonSchema(content) ?? {}) };
}

function readResponse({ content = {} }: ResponseObject): CheckedResponse {
  const schema = jsonSchema(content);
  const elements = schema?.type === "array" ? schema.items : undefined;
  return { check: schema && createValidator(schema), checkElement: elements && createValidator(elements) };
}

function jsonSchema(content: Content): Content[string]["schema"] {
  return content["application/json"]?.schema;
}
