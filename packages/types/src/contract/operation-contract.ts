import type { Schema } from "./schema.js";

/** The parameters, bodies and responses of one operation. */
export interface OperationContract {
  readonly parameters: readonly ParameterContract[];
  readonly body?: BodyContract;
  /** By status: three digits, a range such as `4XX`, or `default`. */
  readonly responses: Readonly<Record<string, ResponseContract>>;
  /** The status of a success: of several, the first with a body. */
  readonly success: number;
}

/** A parameter of the path or of a header, in the style `simple`, or of the query, in the style `form` with `explode`. */
export interface ParameterContract {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  /** An array in one value, separated by commas, spaces or pipes, or an object by its properties. */
  readonly style?: "csv" | "ssv" | "pipes" | "deepObject";
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** The body of a request. */
export interface BodyContract {
  readonly required: boolean;
  /** How it is serialized, if it is not JSON. */
  readonly format?: "multipart" | "form" | "text" | "binary";
  /** The media type, if it is not `application/json`. */
  readonly mediaType?: string;
  /** Whether it is the key `body` of the input; else its properties are keys of the input. */
  readonly isWhole?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

export interface ResponseContract {
  /** Where the contract describes it: a JSON pointer as a URI fragment, such as `#/components/responses/NotFound`. */
  readonly pointer: string;
  /** The schema of the body; absent if there is none. */
  readonly schema?: Schema;
  /** The media type of the body, if it is not `application/json`. */
  readonly mediaType?: string;
  /** The kind of body, if it is not JSON. */
  readonly format?: "text" | "binary" | "events";
  readonly example?: unknown;
}

/** Finds the response of a status: its own entry, else that of its range, else `default`. */
export function findResponse(
  { responses }: Pick<OperationContract, "responses">,
  status: number,
): ResponseContract | undefined {
  return responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
}
