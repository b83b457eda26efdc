import { dropPersonal, maskKnownFields, pickFields } from "@serviceform/records";
import type { Contract } from "../contract.js";
import type { Input } from "../input/validate-input.js";
import type { Settings } from "../options.js";

/**
 * Fields of the text that visitors type in a conversation, at any depth. Other fields can hold any text too, but are
 * what records are found by. `message` is a field of a history: the mirror also has it as a separate table.
 */
const FREE_TEXT = new Set(["history", "message", "lastMessage", "tokens"]);

type Schemas = Contract["schemas"];

/** The part of a record that may leave the server: the named fields, without values that the settings withhold. */
export function viewRecord(
  schemas: Schemas,
  schema: string,
  record: Input,
  { personal, lockdown }: Pick<Settings, "personal" | "lockdown">,
  fields?: readonly string[],
): Input {
  const picked = fields ? pickFields(record, fields) : record;
  const shown = SHOW[personal](picked, schema, schemas);
  return lockdown ? (withoutFreeText(shown) as Input) : shown;
}

/** Whether a field with this name is free text of visitors. */
export function isFreeText(name: string): boolean {
  return FREE_TEXT.has(name);
}

/** A field outside the contract can contain anything, including a person's name: only `full` shows it. */
const SHOW: { readonly [How in Settings["personal"]]: typeof maskKnownFields } = {
  full: (record) => record,
  masked: maskKnownFields,
  none: dropPersonal,
};

function withoutFreeText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFreeText);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !isFreeText(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutFreeText(inner)]));
}
