import { samples as all, needsKey, type Sample, writeBody } from "@serviceform/tests-samples";
import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import type { ExpectedRequest, ScriptedResponse } from "./case.ts";

/** For each operation: an input, its request, a response and the result. */
export interface CaseSample {
  readonly input: Sample["input"];
  readonly request: Exclude<ExpectedRequest, string>;
  readonly response: ScriptedResponse;
  readonly data: unknown;
  /** The result in path style, in which events are text. */
  readonly dataByPath: unknown;
}

const JSON_TYPE = "application/json";

export const operationIds: OperationId[] = Object.keys(operationTable) as OperationId[];

export const samples: { readonly [Id in OperationId]: CaseSample } = Object.fromEntries(
  operationIds.map((id): [OperationId, CaseSample] => {
    const { input, line, query, headers, body, bodyType, output, response } = all[id];
    const { accept = JSON_TYPE }: Operation = operationTable[id];
    const request = {
      line,
      query,
      headers: { ...headers, "sf-api-key": needsKey(id) ? "k3y-S3CRET-do-not-print" : undefined, accept },
      ...(bodyType === JSON_TYPE && { body }),
      ...(bodyType !== undefined && bodyType !== JSON_TYPE && { content: writeBody(body, bodyType) }),
    };
    if (response && response.mediaType !== JSON_TYPE) {
      const { mediaType, text } = response;
      const dataByPath = operationTable[id].responseBody === "events" ? text : output;
      const scripted = { body: text, headers: { "content-type": mediaType } };
      return [id, { input, request, response: scripted, data: output, dataByPath }];
    }
    // Responses are open: an undocumented field is kept.
    const json = Array.isArray(output) ? output.map((element) => ({ ...Object(element), new_field: 1 })) : output;
    return [id, { input, request, response: { json }, data: json, dataByPath: json }];
  }),
) as { [Id in OperationId]: CaseSample };
