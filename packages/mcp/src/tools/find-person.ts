import type { CallToolResult } from "@modelcontextprotocol/server";
import { apiContract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import { viewRecord } from "../record/view-record.js";
import { renderData } from "../response/render-data.js";
import { closed } from "./closed.js";
import { findListOperations } from "./list-operation.js";
import { readRecords } from "./read-records.js";
import { readStream } from "./read-stream.js";
import { READ_ONLY, type Tool, type ToolCall } from "./tool.js";

/** The limit of leads, and of chats, in a response. */
const MAX_RECORDS = 20;

const OTHERS_NOTE = `At most ${MAX_RECORDS} leads and ${MAX_RECORDS} chats are shown; the list tools have the others.`;

/** Leads and chats of one visitor: finds leads by email or phone, then chats by the visitor's IDs. */
export const findPerson: Tool = {
  name: "find_person",
  description: "Leads and chats of one visitor. Give email, phone or uid; matches are exact.",
  input: closed({ email: { type: "string" }, phone: { type: "string" }, uid: { type: "string" } }),
  annotations: READ_ONLY,
  run: find,
};

const LISTS = findListOperations(apiContract);

interface Person {
  readonly email?: string;
  readonly phone?: string;
  readonly uid?: string;
}

async function find(input: Input, call: ToolCall): Promise<CallToolResult> {
  const person = parsePerson(input);
  const { settings } = call;
  const leadSource = await readRecords(readStream(LISTS, "leads", {}).list, {}, call);
  const leads: Input[] = [];
  const uids = new Set<string>(person.uid === undefined ? [] : [person.uid]);
  let leadCount = 0;
  for await (const lead of leadSource.records) {
    if (!isLeadOf(lead, person)) continue;
    leadCount += 1;
    if (leads.length < MAX_RECORDS) leads.push(lead);
    if (typeof lead.uid === "string" && lead.uid !== "") uids.add(lead.uid);
  }

  const request = person.uid === undefined ? {} : { uid: person.uid };
  const chatSource = await readRecords(readStream(LISTS, "chats", {}).list, request, call);
  const chats: Input[] = [];
  let chatCount = 0;
  for await (const chat of chatSource.records) {
    const isOfPerson = (typeof chat.uid === "string" && uids.has(chat.uid)) || isSamePhone(chat.phone, person.phone);
    if (!isOfPerson) continue;
    chatCount += 1;
    if (chats.length < MAX_RECORDS) chats.push(chat);
  }

  const view = (schema: string, records: readonly Input[]): Input[] =>
    records.map((record) => viewRecord(apiContract.schemas, schema, record, settings, summary(schema)));
  const result = { leadCount, chatCount, leads: view("Lead", leads), chats: view("Chat", chats) };
  const notes = [...leadSource.notes(), ...chatSource.notes()];
  const isAll = leadCount === leads.length && chatCount === chats.length;
  return renderData(result, settings.maxBytes, isAll ? notes : [...notes, OTHERS_NOTE]);
}

function parsePerson(input: Input): Person {
  const defined = Object.entries(input).filter(([, value]) => value !== undefined);
  if (defined.length !== 1) throw new InvalidInput("give one of email, phone and uid");
  const [[name, value] = ["", ""]] = defined;
  const isUseful = name === "phone" ? digitsOf(String(value)).length >= MIN_DIGITS : String(value).trim() !== "";
  if (!isUseful) throw new InvalidInput(`${name} must be the whole ${name === "phone" ? "number" : "value"}`);
  return { [name]: String(value).trim() };
}

/** With fewer digits, the numbers of many people would match. */
const MIN_DIGITS = 5;

function isLeadOf(lead: Input, { email, phone, uid }: Person): boolean {
  if (uid !== undefined) return lead.uid === uid;
  if (email !== undefined)
    return (
      String(lead.email ?? "")
        .trim()
        .toLowerCase() === email.toLowerCase()
    );
  return isSamePhone(lead.phone, phone);
}

/** Compares only digits: people write numbers with spaces, brackets and hyphens. */
function isSamePhone(one: unknown, other: string | undefined): boolean {
  if (typeof one !== "string" || other === undefined) return false;
  return digitsOf(one) === digitsOf(other);
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, "");
}

/** The summary, with the visitor's ID, which joins leads and chats. */
function summary(schema: string): string[] {
  const fields = Object.entries(apiContract.schemas[schema]?.fields ?? {});
  return fields.filter(([name, field]) => field.summary || name === "uid").map(([name]) => name);
}
