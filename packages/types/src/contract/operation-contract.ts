import type { Schema } from "./schema.js";

/** What the contract says of one operation. */
export interface OperationContract {
  readonly parameters: readonly ParameterContract[];
  readonly body?: BodyContract;
  /** By status. */
  readonly responses: Readonly<Record<string, ResponseContract>>;
  /** The status of a success. */
  readonly success: number;
}

/** A parameter of the path, in the style `simple`, or of the query, in the style `form` with `explode`. */
export interface ParameterContract {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** A JSON body. */
export interface BodyContract {
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

export interface ResponseContract {
  /** Where the contract describes it: a JSON pointer as a URI fragment, such as `#/components/responses/NotFound`. */
  readonly pointer: string;
  /** Of the JSON body; absent where there is none. */
  readonly schema?: Schema;
  readonly example?: unknown;
}
