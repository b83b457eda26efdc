import { samples as all, type Sample } from "@serviceform/tests-samples";
import { type OperationId, operationTable } from "@serviceform/types";

/** For each operation: an input, its request, a response and the result. */
export interface CaseSample {
  readonly input: Sample["input"];
  readonly line: string;
  readonly body?: Sample["body"];
  readonly query?: string;
  readonly json: unknown;
}

export const operationIds: OperationId[] = Object.keys(operationTable) as OperationId[];

export const samples: { readonly [Id in OperationId]: CaseSample } = Object.fromEntries(
  operationIds.map((id): [OperationId, CaseSample] => {
    const { input, line, query, body, output } = all[id];
    // Responses are open: an undocumented field is kept.
    const json = Array.isArray(output) ? output.map((element) => ({ ...Object(element), new_field: 1 })) : output;
    return [id, { input, line, query, ...(body !== undefined && { body }), json }];
  }),
) as { [Id in OperationId]: CaseSample };
