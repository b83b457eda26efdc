import { operationTable } from "@serviceform/types";
import { type OperationDescription, operations, type SchemaDescription, schemas } from "@serviceform/types/describe";

/** What tools are made from: the API's contract, or another one in tests. */
export interface Contract {
  readonly operations: { readonly [id: string]: OperationDescription };
  readonly schemas: { readonly [name: string]: SchemaDescription };
  /** By the same IDs: how a request of the operation behaves. */
  readonly table: {
    readonly [id: string]: { readonly writes: boolean; readonly idempotent: boolean; readonly pagination?: object };
  };
}

export const apiContract: Contract = { operations, schemas, table: operationTable };
