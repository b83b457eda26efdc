import { operationTable } from "@serviceform/types";
import { type OperationDescription, operations, type SchemaDescription, schemas } from "@serviceform/types/describe";

/** The source of the tools: the API's contract, or another one in tests. */
export interface Contract {
  readonly operations: { readonly [id: string]: OperationDescription };
  readonly schemas: { readonly [name: string]: SchemaDescription };
  /** The request behavior of each operation, by the same IDs. */
  readonly table: {
    readonly [id: string]: { readonly writes: boolean; readonly idempotent: boolean; readonly pagination?: object };
  };
}

export const apiContract: Contract = { operations, schemas, table: operationTable };
