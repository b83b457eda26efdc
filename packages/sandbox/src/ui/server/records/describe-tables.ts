import { type OperationId, operationTable } from "@serviceform/types";
import { type OperationDescription, operations, schemas } from "@serviceform/types/describe";
import type { Store } from "../../../seed-data/create-store.js";
import type { ColumnDescription, RecordAction, TableDescription } from "../../client/table-description.js";

/** The field with the space of a record. */
export const SPACE_FIELD = "space_id";

const descriptions = Object.entries(operations) as [OperationId, OperationDescription][];

/** The lists of the store that the contract can list, with the fields of their short form as columns. */
export function describeTables(store: Store): TableDescription[] {
  return descriptions.flatMap(([, { noun, verb, element }]) => {
    if (verb !== "list" || !element || !(noun in store)) return [];
    const { key, fields = {} } = schemas[element] ?? {};
    if (!key) return [];
    const columns = Object.entries(fields)
      .filter(([name, { summary }]) => summary || name === SPACE_FIELD)
      .map(([name, { type, format = null, unit = null }]): ColumnDescription => ({ name, type, format, unit }));
    const hasSpaces = SPACE_FIELD in fields;
    return { name: noun, element, key, columns, hasSpaces, actions: describeActions(noun, key) };
  });
}

/** The operations that change one record of a noun. */
function describeActions(noun: string, key: string): TableDescription["actions"] {
  const actions = descriptions
    .filter(([, { noun: own, verb }]) => own === noun && ["create", "update", "delete"].includes(verb))
    .map(([operationId, { verb, title }]): [string, RecordAction] => {
      const { path, pathKeys, bodyKeys } = operationTable[operationId];
      const fields = pathKeys.map((name) => [name, path.endsWith(`{${name}}`) ? key : toFieldName(name)]);
      return [verb, { operationId, title, path: Object.fromEntries(fields), body: bodyKeys }];
    });
  return Object.fromEntries(actions);
}

/** Converts a parameter such as `spaceId` to a field such as `space_id`. */
function toFieldName(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
