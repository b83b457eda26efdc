import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Chat, Lead } from "@serviceform/types";
import { apiContract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import { viewRecord } from "../record/view-record.js";
import { renderData } from "../response/render-data.js";
import { closed } from "./closed.js";
import { READ_ONLY, type Tool, type ToolCall } from "./tool.js";

/** How many leads and how many chats a response lists. */
const MAX_RECORDS = 20;

/** Leads and chats of one visitor: found by email or phone among the leads, then by the visitor's IDs among the chats. */
export const findPerson: Tool = {
  name: "find_person",
  description: "Leads and chats of one visitor. Give email, phone or uid; matches are exact.",
  input: closed({ email: { type: "string" }, phone: { type: "string" }, uid: { type: "string" } }),
  annotations: READ_ONLY,
  run: find,
};

interface Person {
  readonly email?: string;
  readonly phone?: string;
  readonly uid?: string;
}

async function find(input: Input, { client, settings, signal }: ToolCall): Promise<CallToolResult> {
  const person = parsePerson(input);
  const leads: Lead[] = [];
  const uids = new Set<string>(person.uid === undefined ? [] : [person.uid]);
  let leadCount = 0;
  for await (const lead of client.stream.listLeads({}, { signal })) {
    if (!isLeadOf(lead, person)) continue;
    leadCount += 1;
    if (leads.length < MAX_RECORDS) leads.push(lead);
    if (lead.uid) uids.add(lead.uid);
  }

  const chats: Chat[] = [];
  let chatCount = 0;
  const request = person.uid === undefined ? {} : { uid: person.uid };
  for await (const chat of client.stream.listChats(request, { signal })) {
    const isOfPerson = (chat.uid && uids.has(chat.uid)) || isSamePhone(chat.phone, person.phone);
    if (!isOfPerson) continue;
    chatCount += 1;
    if (chats.length < MAX_RECORDS) chats.push(chat);
  }

  const view = (schema: string, records: readonly object[]): Input[] =>
    records.map((record) => viewRecord(apiContract.schemas, schema, record as Input, settings, summary(schema)));
  const result = { leadCount, chatCount, leads: view("Lead", leads), chats: view("Chat", chats) };
  return renderData(result, settings.maxBytes);
}

function parsePerson(input: Input): Person {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  if (given.length !== 1) throw new InvalidInput("give one of email, phone and uid");
  const [[name, value] = ["", ""]] = given;
  const isUseful = name === "phone" ? digitsOf(String(value)).length >= MIN_DIGITS : String(value).trim() !== "";
  if (!isUseful) throw new InvalidInput(`${name} must be the whole ${name === "phone" ? "number" : "value"}`);
  return { [name]: String(value).trim() };
}

/** Fewer would match the numbers of many people. */
const MIN_DIGITS = 5;

function isLeadOf(lead: Lead, { email, phone, uid }: Person): boolean {
  if (uid !== undefined) return lead.uid === uid;
  if (email !== undefined)
    return (
      String(lead.email ?? "")
        .trim()
        .toLowerCase() === email.toLowerCase()
    );
  return isSamePhone(lead.phone, phone);
}

/** Compares digits alone: people write numbers with spaces, brackets and hyphens. */
function isSamePhone(one: string | undefined, other: string | undefined): boolean {
  if (typeof one !== "string" || other === undefined) return false;
  return digitsOf(one) === digitsOf(other);
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, "");
}

/** The summary, and the visitor's ID that joins leads and chats. */
function summary(schema: string): string[] {
  const fields = Object.entries(apiContract.schemas[schema]?.fields ?? {});
  return fields.filter(([name, field]) => field.summary || name === "uid").map(([name]) => name);
}
