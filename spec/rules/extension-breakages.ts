import { type Edit, edit } from "./edit.ts";

/** A change that a rule rejects with a message. */
export interface Breakage {
  readonly rule: string;
  readonly title: string;
  readonly breaks: Edit;
  /** The file with the problem, if it is not the changed one. */
  readonly file?: string;
  readonly says: string;
}

/** Each breaks one rule about the extensions that `@serviceform/types/describe` is made of. */
export const extensionBreakages: readonly Breakage[] = [
  {
    rule: "rule/noun-required",
    title: "an operation without a noun",
    breaks: edit("paths/leads.yaml", "  x-noun: leads\n", ""),
    says: "Add x-noun, what the operation is about, in kebab-case: with the verb it is the command, such as items list.",
  },
  {
    rule: "rule/noun-case",
    title: "a noun in camelCase",
    breaks: edit("paths/statistics_chat.yaml", "x-noun: statistics", "x-noun: chatStatistics"),
    says: "Write x-noun in kebab-case, such as items or lead-files.",
  },
  {
    rule: "house/command-unique",
    title: "a noun that another operation with the verb has",
    breaks: edit("paths/chats.yaml", "x-noun: chats", "x-noun: items"),
    says: "Choose another x-noun for listChats: the command items list runs listItems.",
  },
  {
    rule: "house/key-required",
    title: "a list of records without a key",
    breaks: edit("components/schemas/Item.yaml", "x-key: id\n", ""),
    says: "Add x-key to what listItems returns an array of: the name of the property that identifies it.",
  },
  {
    rule: "house/key-property",
    title: "a key that can be missing",
    breaks: edit("components/schemas/Lead.yaml", "x-key: id", "x-key: uid"),
    says: "Set x-key to a required property of type string, which uid is not.",
  },
  {
    rule: "house/key-property",
    title: "a key that is no string",
    breaks: edit(
      "components/schemas/LeadTool.yaml",
      /required: \[tid\]\nproperties:\n {2}tid:\n {4}type: string\n/,
      "x-key: tid\nrequired: [tid]\nproperties:\n  tid:\n",
    ),
    says: "Set x-key to a required property of type string, which tid is not.",
  },
  {
    rule: "house/key-property",
    title: "a key that is no property",
    breaks: edit("components/schemas/Problem.yaml", "properties:\n", "x-key: code\n$&"),
    says: "Set x-key to a required property of type string, which code is not.",
  },
  {
    rule: "house/time-property",
    title: "a time that is a number without a unit",
    breaks: edit("components/schemas/Chat.yaml", "x-time: lastMessageTime", "x-time: livechat"),
    says: "Set x-time to a property of format date-time or of x-unit epoch-seconds, which livechat is not.",
  },
  {
    rule: "house/time-property",
    title: "a time that is no property",
    breaks: edit("components/schemas/Lead.yaml", "x-time: updated", "x-time: changed"),
    says: "Set x-time to a property of format date-time or of x-unit epoch-seconds, which changed is not.",
  },
  {
    rule: "house/personal-not-key",
    title: "a key that is personal",
    breaks: edit("components/schemas/Chat.yaml", /^ {2}cid:\n {4}type: string\n/m, "$&    x-personal: true\n"),
    says: "Remove x-personal from cid or choose another x-key: a masked key identifies nothing.",
  },
  {
    rule: "rule/unit",
    title: "a third unit",
    breaks: edit("components/schemas/Message.yaml", "x-unit: epoch-seconds", "x-unit: milliseconds"),
    says: "Set x-unit to seconds or to epoch-seconds; there is no third unit.",
  },
  {
    rule: "rule/unit-of-number",
    title: "a unit of a string",
    breaks: edit("components/schemas/Problem.yaml", / {4}type: string\n/, "$&    x-unit: seconds\n"),
    says: "Remove x-unit, or set type to number or integer: nothing else has a unit.",
  },
  {
    rule: "rule/personal",
    title: "a value that is said not to be personal",
    breaks: edit("components/schemas/LeadPage.yaml", "x-personal: true", "x-personal: false"),
    says: "Write x-personal: true, or leave it out where the value is not personal.",
  },
  {
    rule: "rule/summary",
    title: "a property that is said not to be in the summary",
    breaks: edit("components/schemas/Problem.yaml", / {4}type: string\n/, "$&    x-summary: false\n"),
    says: "Write x-summary: true, or leave it out where the summary does not have the property.",
  },
  {
    rule: "rule/summary-of-scalar",
    title: "an array in the summary",
    breaks: edit("components/schemas/Lead.yaml", /^ {2}tools:\n {4}type: array\n/m, "$&    x-summary: true\n"),
    says: "Remove x-summary: a summary has strings, numbers, integers and booleans, no arrays and objects.",
  },
  {
    rule: "house/summary-count",
    title: "a summary of one property",
    breaks: edit("components/schemas/Item.yaml", / {4}x-summary: true\n(?=[\s\S]*x-summary)/g, ""),
    says: "Mark 2 to 8 properties of what listItems returns an array of with x-summary: true, not 1.",
  },
  {
    rule: "house/summary-count",
    title: "a summary of nine properties",
    breaks: edit(
      "components/schemas/Chat.yaml",
      /^ {2}(team|sid|url):\n {4}type: string\n/gm,
      "$&    x-summary: true\n",
    ),
    says: "Mark 2 to 8 properties of what listChats returns an array of with x-summary: true, not 9.",
  },
];
