import type { CallToolResult } from "@modelcontextprotocol/server";
import { matches, readTime } from "@serviceform/records";
import type { FieldDescription } from "@serviceform/types/describe";
import type { Contract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import type { Settings } from "../options.js";
import { parseConditions } from "../record/parse-conditions.js";
import { isFreeText } from "../record/view-record.js";
import { CUT_NOTE, renderData } from "../response/render-data.js";
import { cut } from "../response/shrink.js";
import { roomForData, sizeOf } from "../response/untrusted-data.js";
import { closed } from "./closed.js";
import { findListOperations, type ListOperation } from "./list-operation.js";
import { withTextValues } from "./list-parameters.js";
import { readRecords } from "./read-records.js";
import { readStream, requiredParameters } from "./read-stream.js";
import { READ_ONLY, type Tool, type ToolCall } from "./tool.js";

/** The limits of groups: in a response, and in memory. */
const MAX_GROUPS = 50;
const MAX_DISTINCT = 10_000;

/** With longer values, there would be room for few groups. */
const MAX_VALUE_LENGTH = 100;

/** Counts the records of a list by the values of one field; the API has no operation for that. */
export function createCountRecords(contract: Contract): Tool {
  const lists = findListOperations(contract);
  const input = closed(
    {
      stream: { type: "string", enum: lists.map(({ noun }) => noun) },
      by: { type: "string", description: "A field without personal data." },
      where: { type: "array", items: { type: "object" } },
      ...requiredParameters(contract, lists),
    },
    ["stream", "by"],
  );
  return {
    name: "count_records",
    description: "Counts a whole list, or what meets where, by the values of a field; times by UTC day.",
    input,
    listedInput: withTextValues(input),
    annotations: READ_ONLY,
    run: (toolInput, call) => countRecords(lists, toolInput, call),
  };
}

async function countRecords(
  lists: readonly ListOperation[],
  { stream, by, where = [], ...parameters }: Input,
  call: ToolCall,
): Promise<CallToolResult> {
  const { list, request } = readStream(lists, stream, parameters);
  // The schema of the tool has an array of objects.
  const conditions = parseConditions(list, where as readonly Input[], call.settings);
  const field = readField(list, String(by), call.settings);
  const { records, notes } = await readRecords(list, request, call);

  const counts = new Map<unknown, number>();
  let total = 0;
  for await (const record of records) {
    if (!matches(record, conditions, list.element, list.schemas)) continue;
    total += 1;
    const value = groupOf(record[String(by)], field);
    if (counts.has(value) || counts.size < MAX_DISTINCT) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const groups = sorted.slice(0, MAX_GROUPS).map(([value, count]) => ({ value, count }));
  return renderCounts({ stream, by, total }, groups, call.settings.maxBytes, notes());
}

interface Group {
  readonly value: unknown;
  readonly count: number;
}

const OTHERS_NOTE = "inOtherGroups has the records of the other groups: narrow them with where.";

/** As many groups as there is room for; the records of the others are in one figure, so that the sum is the total. */
function renderCounts(
  { total, ...head }: { readonly stream: unknown; readonly by: unknown; readonly total: number },
  groups: readonly Group[],
  maxBytes: number,
  notes: readonly string[],
): CallToolResult {
  const shown = groups.map(({ value, count }) => ({ value: cut(value, MAX_VALUE_LENGTH), count }));
  const isAnyCut = shown.some(({ value }, index) => value !== groups[index]?.value);
  const allNotes = isAnyCut ? [...notes, `Values are cut after ${MAX_VALUE_LENGTH} characters.`] : notes;
  const room = roomForData(maxBytes, [...allNotes, OTHERS_NOTE, CUT_NOTE]);

  const documentOf = (length: number) => {
    const listed = shown.slice(0, length);
    const inOtherGroups = listed.reduce((rest, { count }) => rest - count, total);
    return { ...head, total, groups: listed, inOtherGroups };
  };
  const lengths = Array.from({ length: shown.length + 1 }, (_, left) => shown.length - left);
  const length = lengths.find((count) => sizeOf(JSON.stringify(documentOf(count))) <= room) ?? 0;
  const document = documentOf(length);
  return renderData(document, maxBytes, document.inOtherGroups > 0 ? [...allNotes, OTHERS_NOTE] : allNotes);
}

/** The groups are values of the field, so the settings must show the field. */
function readField({ schemas, element }: ListOperation, by: string, settings: Settings): FieldDescription {
  const isShown = (name: string, { personal }: FieldDescription): boolean =>
    (settings.personal === "full" || !personal) && !(settings.lockdown && isFreeText(name));
  const fields = Object.entries(schemas[element]?.fields ?? {});
  const countable = fields.filter(([name, field]) => isScalar(field.type) && isShown(name, field));
  const [, field] = countable.find(([name]) => name === by) ?? [];
  if (field) return field;
  throw new InvalidInput(`by must be one of ${countable.map(([name]) => name).join(", ")}`);
}

function isScalar(type: string): boolean {
  return type !== "array" && type !== "object";
}

/** The group of a value: times by their day in UTC, null for a missing value. */
function groupOf(value: unknown, field: FieldDescription): unknown {
  if (value === undefined || value === "") return null;
  const time = readTime(value, field);
  if (time !== undefined) return new Date(time).toISOString().slice(0, 10);
  return typeof value === "object" ? null : value;
}
