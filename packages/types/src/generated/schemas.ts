// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

import type { components } from "./paths.js";

type Schemas = components["schemas"];

type SpaceSchema = Schemas["Space"];
/** A table that the account has defined. Its items are read with `listItems`. */
export interface Space extends SpaceSchema {}

type SpaceFieldSchema = Schemas["SpaceField"];
/** A column of a space. */
export interface SpaceField extends SpaceFieldSchema {}

type FieldOptionSchema = Schemas["FieldOption"];
/** One of the values that a field offers. */
export interface FieldOption extends FieldOptionSchema {}

type ItemSchema = Schemas["Item"];
/** A row of a space. */
export interface Item extends ItemSchema {}

export type { ItemInput } from "./inputs.js";

type LeadSchema = Schemas["Lead"];
/** A visitor who left details. It holds personal data. */
export interface Lead extends LeadSchema {}

type LeadToolSchema = Schemas["LeadTool"];
/** A form, chat or other tool that a visitor used. */
export interface LeadTool extends LeadToolSchema {}

type LeadPageSchema = Schemas["LeadPage"];
/** A page that a visitor opened. Nothing identifies it, so no field is certain. */
export interface LeadPage extends LeadPageSchema {}

type MessageSchema = Schemas["Message"];
/** A message in the history of a lead or a chat. */
export interface Message extends MessageSchema {}

type ChatSchema = Schemas["Chat"];
/** A conversation with a visitor. Every time in it is in epoch seconds. It holds personal data. */
export interface Chat extends ChatSchema {}

export type { ChatQuery } from "./inputs.js";

type ChatStatisticsSchema = Schemas["ChatStatistics"];
/** Figures about the chats of a time range. Only the requested metrics are present. */
export interface ChatStatistics extends ChatStatisticsSchema {}

type AgentStatisticsSchema = Schemas["AgentStatistics"];
/** The chat figures of one agent. */
export interface AgentStatistics extends AgentStatisticsSchema {}

type ProblemSchema = Schemas["Problem"];
/** The body of an error. Its form is not documented, so read the status first and expect any field. */
export interface Problem extends ProblemSchema {}
