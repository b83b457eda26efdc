// Generated from spec/, do not edit: run `pnpm generate`.

import type { JsonSchema, OperationDescription, SchemaDescription } from "../description.js";
import type { OperationId } from "./methods.js";

const $FieldOption: JsonSchema = {
  type: "object",
  description: "One of the values that a field offers.",
  required: ["machine"],
  properties: {
    machine: { type: "string", description: "The name programs use; `label` is the one people see.", examples: ["gold"] },
    label: { type: "string", description: "The text people see.", examples: ["Gold"] },
    value: { type: "string", description: "The value stored when this option is chosen.", examples: ["gold"] },
  },
};

const $SpaceField: JsonSchema = {
  type: "object",
  description: "A column of a space.",
  required: ["id", "machine", "name", "type"],
  properties: {
    id: { type: "string", description: "The ID of the field.", examples: ["field-7"] },
    machine: { type: "string", description: "The name programs use; `name` is the one people see.", examples: ["customer_tier"] },
    name: { type: "string", description: "The name people see.", examples: ["Customer tier"] },
    type: { type: "string", description: "The kind of value the field holds. The set of kinds is not documented.", examples: ["select"] },
    options: { type: "array", description: "The values to choose from, for fields that offer a choice.", items: $FieldOption },
  },
};

const $Space: JsonSchema = {
  type: "object",
  description: "A table that the account has defined. Its items are read with `listItems`.",
  required: ["id"],
  properties: {
    id: { type: "string", description: "The ID that item operations take as `spaceId`.", examples: ["space-customers"] },
    name: { type: "string", description: "The name people see.", examples: ["Customers"] },
    fields: { type: "array", description: "The columns of the space.", items: $SpaceField },
  },
};

const $Item: JsonSchema = {
  type: "object",
  description: "A row of a space.",
  required: ["id"],
  properties: {
    id: { type: "string", description: "The ID that item operations take as `itemId`.", examples: ["item-1042"] },
    primary_field: { type: "string", description: "The item's title, and the only field documented as input.", examples: ["Harbour Dental"] },
    space_id: { type: "string", description: "The `id` of the space that holds the item.", examples: ["space-customers"] },
    created: { type: "string", format: "date-time", description: "When the item was created, in ISO 8601.", examples: ["2024-08-30T05:48:46.195Z"] },
    updated: { type: "string", format: "date-time", description: "When the item was last changed, in ISO 8601.", examples: ["2024-09-02T11:20:03.512Z"] },
    last_updater: { type: "string", description: "Who last changed the item.", examples: ["user-58"] },
    uid: { type: "string", description: "The ID of a user. It does not identify the item.", examples: ["user-58"] },
    uuid: { type: "string", description: "A second identifier of the item. Operations take `id` instead.", examples: ["0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11"] },
    clientId: { type: "string", description: "The ID of the account the item belongs to.", examples: ["client-12"] },
  },
};

const $Message: JsonSchema = {
  type: "object",
  description: "A message in the history of a lead or a chat.",
  required: ["id"],
  properties: {
    id: { type: "string", description: "The ID of the message.", examples: ["msg-1"] },
    message: { type: "string", description: "The text of the message.", examples: ["Hello, how can I help you?"] },
    type: { type: "string", description: "The kind of message, such as `text`. The set of kinds is not documented.", examples: ["text"] },
    timestamp: { type: "integer", description: "When the message was sent, in epoch seconds. Multiply by 1000 for a JavaScript `Date`.", examples: [1672531250] },
  },
};

const $LeadTool: JsonSchema = {
  type: "object",
  description: "A form, chat or other tool that a visitor used.",
  required: ["tid"],
  properties: {
    tid: { type: "string", description: "The ID of the tool.", examples: ["tool-9"] },
  },
};

const $LeadPage: JsonSchema = {
  type: "object",
  description: "A page that a visitor opened. Nothing identifies it, so no field is certain.",
  properties: {
    website: { type: "string", description: "The address of the page.", examples: ["https://www.example.com/contact"] },
    referrer: { type: "string", description: "The address the visitor came from.", examples: ["https://www.example.com/pricing"] },
    duration: { type: "number", description: "The time spent on the page. The unit is not documented; seconds are assumed.", examples: [48] },
  },
};

const $Lead: JsonSchema = {
  type: "object",
  description: "A visitor who left details. It holds personal data.",
  required: ["id"],
  properties: {
    id: { type: "string", description: "The ID of the lead.", examples: ["lead-3301"] },
    name: { type: "string", description: "The full name.", examples: ["Jane Doe"] },
    first_name: { type: "string", description: "The first name.", examples: ["Jane"] },
    last_name: { type: "string", description: "The last name.", examples: ["Doe"] },
    email: { type: "string", description: "The email address, as the visitor typed it.", examples: ["jane.doe@example.com"] },
    phone: { type: "string", description: "The phone number, as the visitor typed it.", examples: ["+12025550147"] },
    language: { type: "string", description: "The visitor's language.", examples: ["en"] },
    created: { type: "string", format: "date-time", description: "When the lead was created, in ISO 8601.", examples: ["2024-08-30T05:48:46.202Z"] },
    updated: { type: "string", format: "date-time", description: "When the lead was last changed, in ISO 8601.", examples: ["2024-08-30T05:53:10.004Z"] },
    timestamp: { type: "string", format: "date-time", description: "When the lead was captured, in ISO 8601. The `timestamp` of a message is in epoch seconds.", examples: ["2024-08-30T05:48:46.202Z"] },
    history: { type: "array", description: "The messages exchanged with the visitor.", items: $Message },
    tid: { type: "string", description: "The ID of the tool that captured the lead.", examples: ["tool-9"] },
    tool_name: { type: "string", description: "The name of the tool that captured the lead.", examples: ["Booking form"] },
    tools: { type: "array", description: "Every tool the visitor used.", items: $LeadTool },
    duration: { type: "number", description: "The length of the visit. The unit is not documented; seconds are assumed.", examples: [264] },
    pageviews: { type: "integer", description: "How many pages the visitor opened.", examples: [4] },
    pages: { type: "array", description: "The pages the visitor opened.", items: $LeadPage },
    page: { type: "string", description: "The page the lead came from.", examples: ["Contact"] },
    page_url: { type: "string", description: "The address of the page the lead came from.", examples: ["https://www.example.com/contact"] },
    site: { type: "string", description: "The site the lead came from.", examples: ["www.example.com"] },
    source: { type: "string", description: "The channel the lead came through.", examples: ["website"] },
    referrer: { type: "string", description: "Where the visitor came from before the site.", examples: ["search"] },
    referrer_url: { type: "string", description: "The address the visitor came from before the site.", examples: ["https://search.example.org/"] },
    browser: { type: "string", description: "The visitor's browser.", examples: ["Firefox"] },
    os: { type: "string", description: "The visitor's operating system.", examples: ["Windows"] },
    mobile: { type: "boolean", description: "Whether the visitor used a mobile device.", examples: [false] },
    indexed: { type: "boolean", description: "Whether the API has indexed the lead.", examples: [true] },
    tokens: { type: "array", description: "Further data attached to the lead. The keys of its objects are not documented.", items: { type: "object", description: "Open, since no key is documented.", additionalProperties: true } },
    space_id: { type: "string", description: "The `id` of the space the lead is filed in.", examples: ["space-customers"] },
    uid: { type: "string", description: "The ID of the visitor. It does not identify the lead.", examples: ["user-58"] },
    sid: { type: "string", description: "The ID of the site the lead came from.", examples: ["site-3"] },
    pid: { type: "string", description: "An ID whose meaning is not documented. Treat it as opaque.", examples: ["p-77"] },
  },
};

const $Chat: JsonSchema = {
  type: "object",
  description: "A conversation with a visitor. Every time in it is in epoch seconds. It holds personal data.",
  required: ["cid"],
  properties: {
    cid: { type: "string", description: "The ID of the chat.", examples: ["chat-2290"] },
    history: { type: "array", description: "The messages, present only when the query sets `showMessages`.", items: $Message },
    lastMessage: { type: "string", description: "The text of the last message.", examples: ["Thank you for your help!"] },
    lastMessageTime: { type: "integer", description: "When the last message was sent, in epoch seconds. `startTime` and `endTime` of a query apply to it.", examples: [1672531350] },
    lastSender: { type: "string", description: "Who sent the last message, such as `agent`. The set of senders is not documented.", examples: ["agent"] },
    msgType: { type: "string", description: "The kind of the last message, such as `text`.", examples: ["text"] },
    avgBetweenMsg: { type: "number", description: "The average time between messages. The unit is not documented; seconds are assumed.", examples: [30] },
    changed: { type: "integer", description: "When the chat last changed, in epoch seconds.", examples: [1672531400] },
    livechat: { type: "integer", description: "1 when an agent chatted live, else 0.", examples: [1] },
    livechatStarted: { type: "integer", description: "When the live chat started, in epoch seconds.", examples: [1672531200] },
    lastLiveMsg: { type: "integer", description: "When the last message of the live chat was sent, in epoch seconds.", examples: [1672531300] },
    agentId: { type: "string", description: "The ID of the agent.", examples: ["agent-5"] },
    agentName: { type: "string", description: "The name of the agent.", examples: ["Noor Haddad"] },
    agentEmail: { type: "string", description: "The email address of the agent. It can be empty.", examples: ["noor.haddad@example.com"] },
    agentJoinedTime: { type: "integer", description: "When the agent joined, in epoch seconds.", examples: [1672531200] },
    team: { type: "string", description: "The team that took the chat.", examples: ["Support"] },
    leadSentTo: { type: "string", description: "Where the lead from this chat was sent. It can be empty.", examples: ["sales@example.com"] },
    uid: { type: "string", description: "The ID of the visitor. `uid` in a query filters by it.", examples: ["user-58"] },
    name: { type: "string", description: "The visitor's full name.", examples: ["Jane Doe"] },
    first_name: { type: "string", description: "The visitor's first name.", examples: ["Jane"] },
    last_name: { type: "string", description: "The visitor's last name.", examples: ["Doe"] },
    phone: { type: "string", description: "The visitor's phone number.", examples: ["+12025550147"] },
    business_phone: { type: "string", description: "The visitor's business phone number.", examples: ["+12025550163"] },
    regNo: { type: "string", description: "A registration number.", examples: ["ABC123"] },
    source: { type: "string", description: "The channel the chat came through. `chatsBySource` in the statistics counts by it.", examples: ["website"] },
    sid: { type: "string", description: "The ID of the site.", examples: ["site-3"] },
    sitename: { type: "string", description: "The name of the site.", examples: ["Example Site"] },
    url: { type: "string", description: "The path of the page on which the chat began.", examples: ["/support/chat"] },
    fullUrl: { type: "string", description: "The whole address of the page on which the chat began. It can be empty.", examples: ["https://www.example.com/support/chat"] },
    session: { type: "string", description: "The ID of the visitor's session.", examples: ["session-812"] },
  },
};

const $AgentStatistics: JsonSchema = {
  type: "object",
  description: "The chat figures of one agent.",
  required: ["agentId"],
  properties: {
    agentId: { type: "string", description: "The ID of the agent.", examples: ["agent-5"] },
    agentName: { type: "string", description: "The name of the agent.", examples: ["Noor Haddad"] },
    totalChats: { type: "integer", description: "How many chats the agent had.", examples: [50] },
    averageResponseTime: { type: "number", description: "The agent's average time to a response, in seconds.", examples: [30] },
  },
};

const $ChatStatistics: JsonSchema = {
  type: "object",
  description: "Figures about the chats of a time range. Only the requested metrics are present.",
  properties: {
    totalChats: { type: "integer", description: "How many chats there were.", examples: [150] },
    averageResponseTime: { type: "number", description: "The average time to a response, in seconds.", examples: [45] },
    satisfactionScore: { type: "number", description: "The satisfaction score, out of 5.", examples: [4.5] },
    chatsByAgent: { type: "array", description: "The figures of each agent.", items: $AgentStatistics },
    chatsBySource: { type: "object", description: "How many chats came through each channel, keyed by the `source` of a chat.", additionalProperties: { type: "integer" }, examples: [{ website: 120, mobile: 30 }] },
    chatDurations: { type: "object", description: "How many chats lasted how long, keyed by a range of minutes in words.", additionalProperties: { type: "integer" }, examples: [{ "0-5 minutes": 60, "5-10 minutes": 40, "10+ minutes": 50 }] },
  },
};

/** The version of the contract. */
export const contractVersion: string = "1.0.1";

/** What each operation is for, takes and returns; frozen, in the order of `operationTable`. */
export const operations: { readonly [Id in OperationId]: OperationDescription } = /* @__PURE__ */ freeze({
  listSpaces: {
    title: "List all spaces",
    description: "Returns every space of the account with its fields, not the items in it. An invalid key is answered with 403. Reads only, so a repeat is safe.",
    noun: "spaces",
    verb: "list",
    input: {
      type: "object",
      properties: {},
      additionalProperties: false,
    },
    output: {
      type: "array",
      items: $Space,
    },
    element: "Space",
    destructive: false,
  },
  listItems: {
    title: "List the items of a space",
    description: "Returns every item of one space in a single answer; it does not page. An invalid key is answered with 403, an unknown space with 404. Reads only, so a repeat is safe.",
    noun: "items",
    verb: "list",
    input: {
      type: "object",
      properties: {
        spaceId: { type: "string", description: "The `id` of a space, as `listSpaces` returns it.", examples: ["space-customers"] },
      },
      required: ["spaceId"],
      additionalProperties: false,
    },
    output: {
      type: "array",
      items: $Item,
    },
    element: "Item",
    destructive: false,
  },
  createItem: {
    title: "Create an item in a space",
    description: "Returns the item with the ID it was given. An invalid key is answered with 403, missing or invalid data with 422. A repeat creates a second item, so do not send it again unless it is known to have failed.",
    noun: "items",
    verb: "create",
    input: {
      type: "object",
      properties: {
        spaceId: { type: "string", description: "The `id` of a space, as `listSpaces` returns it.", examples: ["space-customers"] },
        primary_field: { type: "string", description: "The item's title.", examples: ["Harbour Dental"] },
      },
      required: ["spaceId", "primary_field"],
      additionalProperties: false,
    },
    output: $Item,
    destructive: false,
  },
  getItem: {
    title: "Get an item",
    description: "Returns one item of a space. An invalid key is answered with 403, an unknown space or item with 404. Reads only, so a repeat is safe.",
    noun: "items",
    verb: "get",
    input: {
      type: "object",
      properties: {
        spaceId: { type: "string", description: "The `id` of a space, as `listSpaces` returns it.", examples: ["space-customers"] },
        itemId: { type: "string", description: "The `id` of an item in that space, not its `uid` or `uuid`.", examples: ["item-1042"] },
      },
      required: ["spaceId", "itemId"],
      additionalProperties: false,
    },
    output: $Item,
    destructive: false,
  },
  updateItem: {
    title: "Update an item",
    description: "Sets the primary field and returns the item as it is afterwards. An invalid key is answered with 403, an unknown space or item with 404, missing or invalid data with 400 or 422. A repeat sets the same value, so it is safe.",
    noun: "items",
    verb: "update",
    input: {
      type: "object",
      properties: {
        spaceId: { type: "string", description: "The `id` of a space, as `listSpaces` returns it.", examples: ["space-customers"] },
        itemId: { type: "string", description: "The `id` of an item in that space, not its `uid` or `uuid`.", examples: ["item-1042"] },
        primary_field: { type: "string", description: "The item's title.", examples: ["Harbour Dental"] },
      },
      required: ["spaceId", "itemId", "primary_field"],
      additionalProperties: false,
    },
    output: $Item,
    destructive: false,
  },
  deleteItem: {
    title: "Delete an item",
    description: "Deletes one item of a space and returns nothing. An invalid key is answered with 403, an unknown space or item with 404. A repeat is safe and meets 404 when the first call succeeded.",
    noun: "items",
    verb: "delete",
    input: {
      type: "object",
      properties: {
        spaceId: { type: "string", description: "The `id` of a space, as `listSpaces` returns it.", examples: ["space-customers"] },
        itemId: { type: "string", description: "The `id` of an item in that space, not its `uid` or `uuid`.", examples: ["item-1042"] },
      },
      required: ["spaceId", "itemId"],
      additionalProperties: false,
    },
    destructive: true,
  },
  listLeads: {
    title: "List all leads",
    description: "Returns every lead of the account in a single answer, which can be large: it takes no filter and does not page. An invalid key is answered with 401, not 403. Reads only, so a repeat is safe.",
    noun: "leads",
    verb: "list",
    input: {
      type: "object",
      properties: {},
      additionalProperties: false,
    },
    output: {
      type: "array",
      items: $Lead,
    },
    element: "Lead",
    destructive: false,
  },
  listChats: {
    title: "List chats",
    description: "Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: nothing is written, so a repeat is safe. Messages come only with `showMessages`. An invalid key is answered with 403.",
    noun: "chats",
    verb: "list",
    input: {
      type: "object",
      properties: {
        startTime: { type: "string", format: "date-time", description: "Keeps chats whose last message is not older than this, in ISO 8601.", examples: ["2024-08-01T00:00:00.000Z"] },
        endTime: { type: "string", format: "date-time", description: "Keeps chats whose last message is not newer than this, in ISO 8601.", examples: ["2024-08-31T23:59:59.999Z"] },
        uid: { type: "string", description: "Keeps the chats of one visitor.", examples: ["user-58"] },
        limit: { type: "integer", minimum: 1, description: "The largest number of chats to return. The newest are kept.", examples: [10] },
        showMessages: { type: "boolean", description: "Whether each chat comes with its messages in `history`. Without it they are left out.", examples: [true] },
        chatbot: { type: "boolean", description: "When true, keeps only chats with chatbot interactions. False filters nothing.", examples: [true] },
      },
      additionalProperties: false,
    },
    output: {
      type: "array",
      items: $Chat,
    },
    element: "Chat",
    destructive: false,
  },
  getChatStatistics: {
    title: "Get chat statistics",
    description: "Returns the figures of a time range, or of all time when none is given. With `metrics` only the named ones are present. An invalid key is answered with 403, invalid parameters with 400. Reads only, so a repeat is safe.",
    noun: "statistics",
    verb: "get",
    input: {
      type: "object",
      properties: {
        startTime: { type: "string", format: "date-time", description: "Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.", examples: ["2024-08-01T00:00:00.000Z"] },
        endTime: { type: "string", format: "date-time", description: "End of the time range, included, in ISO 8601. Without it the range reaches to the present.", examples: ["2024-08-31T23:59:59.999Z"] },
        metrics: { type: "array", items: { type: "string" }, description: "The metrics to answer with, by their names in `ChatStatistics`, one `metrics=` for each. Without it all of them are returned; an unknown name is answered with 400.", examples: [["totalChats", "averageResponseTime"]] },
      },
      additionalProperties: false,
    },
    output: $ChatStatistics,
    destructive: false,
  },
});

/** The fields of each schema of the contract, by its name; frozen. */
export const schemas: { readonly [name: string]: SchemaDescription } = /* @__PURE__ */ freeze({
  Space: {
    key: "id",
    fields: {
      id: { type: "string", required: true, personal: false, summary: true, description: "The ID that item operations take as `spaceId`." },
      name: { type: "string", required: false, personal: false, summary: true, description: "The name people see." },
      fields: { type: "array", required: false, personal: false, summary: false, schema: "SpaceField", description: "The columns of the space." },
    },
  },
  SpaceField: {
    fields: {
      id: { type: "string", required: true, personal: false, summary: false, description: "The ID of the field." },
      machine: { type: "string", required: true, personal: false, summary: false, description: "The name programs use; `name` is the one people see." },
      name: { type: "string", required: true, personal: false, summary: false, description: "The name people see." },
      type: { type: "string", required: true, personal: false, summary: false, description: "The kind of value the field holds. The set of kinds is not documented." },
      options: { type: "array", required: false, personal: false, summary: false, schema: "FieldOption", description: "The values to choose from, for fields that offer a choice." },
    },
  },
  FieldOption: {
    fields: {
      machine: { type: "string", required: true, personal: false, summary: false, description: "The name programs use; `label` is the one people see." },
      label: { type: "string", required: false, personal: false, summary: false, description: "The text people see." },
      value: { type: "string", required: false, personal: false, summary: false, description: "The value stored when this option is chosen." },
    },
  },
  Item: {
    key: "id",
    time: "updated",
    fields: {
      id: { type: "string", required: true, personal: false, summary: true, description: "The ID that item operations take as `itemId`." },
      primary_field: { type: "string", required: false, personal: false, summary: true, description: "The item's title, and the only field documented as input." },
      space_id: { type: "string", required: false, personal: false, summary: false, description: "The `id` of the space that holds the item." },
      created: { type: "string", format: "date-time", required: false, personal: false, summary: true, description: "When the item was created, in ISO 8601." },
      updated: { type: "string", format: "date-time", required: false, personal: false, summary: true, description: "When the item was last changed, in ISO 8601." },
      last_updater: { type: "string", required: false, personal: false, summary: false, description: "Who last changed the item." },
      uid: { type: "string", required: false, personal: false, summary: false, description: "The ID of a user. It does not identify the item." },
      uuid: { type: "string", required: false, personal: false, summary: false, description: "A second identifier of the item. Operations take `id` instead." },
      clientId: { type: "string", required: false, personal: false, summary: false, description: "The ID of the account the item belongs to." },
    },
  },
  ItemInput: {
    fields: {
      primary_field: { type: "string", required: true, personal: false, summary: false, description: "The item's title." },
    },
  },
  Lead: {
    key: "id",
    time: "updated",
    fields: {
      id: { type: "string", required: true, personal: false, summary: true, description: "The ID of the lead." },
      name: { type: "string", required: false, personal: true, summary: true, description: "The full name." },
      first_name: { type: "string", required: false, personal: true, summary: false, description: "The first name." },
      last_name: { type: "string", required: false, personal: true, summary: false, description: "The last name." },
      email: { type: "string", required: false, personal: true, summary: true, description: "The email address, as the visitor typed it." },
      phone: { type: "string", required: false, personal: true, summary: true, description: "The phone number, as the visitor typed it." },
      language: { type: "string", required: false, personal: false, summary: false, description: "The visitor's language." },
      created: { type: "string", format: "date-time", required: false, personal: false, summary: true, description: "When the lead was created, in ISO 8601." },
      updated: { type: "string", format: "date-time", required: false, personal: false, summary: true, description: "When the lead was last changed, in ISO 8601." },
      timestamp: { type: "string", format: "date-time", required: false, personal: false, summary: false, description: "When the lead was captured, in ISO 8601. The `timestamp` of a message is in epoch seconds." },
      history: { type: "array", required: false, personal: false, summary: false, schema: "Message", description: "The messages exchanged with the visitor." },
      tid: { type: "string", required: false, personal: false, summary: false, description: "The ID of the tool that captured the lead." },
      tool_name: { type: "string", required: false, personal: false, summary: false, description: "The name of the tool that captured the lead." },
      tools: { type: "array", required: false, personal: false, summary: false, schema: "LeadTool", description: "Every tool the visitor used." },
      duration: { type: "number", unit: "seconds", required: false, personal: false, summary: false, description: "The length of the visit. The unit is not documented; seconds are assumed." },
      pageviews: { type: "integer", required: false, personal: false, summary: false, description: "How many pages the visitor opened." },
      pages: { type: "array", required: false, personal: false, summary: false, schema: "LeadPage", description: "The pages the visitor opened." },
      page: { type: "string", required: false, personal: false, summary: false, description: "The page the lead came from." },
      page_url: { type: "string", required: false, personal: true, summary: false, description: "The address of the page the lead came from." },
      site: { type: "string", required: false, personal: false, summary: false, description: "The site the lead came from." },
      source: { type: "string", required: false, personal: false, summary: true, description: "The channel the lead came through." },
      referrer: { type: "string", required: false, personal: false, summary: false, description: "Where the visitor came from before the site." },
      referrer_url: { type: "string", required: false, personal: true, summary: false, description: "The address the visitor came from before the site." },
      browser: { type: "string", required: false, personal: false, summary: false, description: "The visitor's browser." },
      os: { type: "string", required: false, personal: false, summary: false, description: "The visitor's operating system." },
      mobile: { type: "boolean", required: false, personal: false, summary: false, description: "Whether the visitor used a mobile device." },
      indexed: { type: "boolean", required: false, personal: false, summary: false, description: "Whether the API has indexed the lead." },
      tokens: { type: "array", required: false, personal: true, summary: false, description: "Further data attached to the lead. The keys of its objects are not documented." },
      space_id: { type: "string", required: false, personal: false, summary: false, description: "The `id` of the space the lead is filed in." },
      uid: { type: "string", required: false, personal: false, summary: false, description: "The ID of the visitor. It does not identify the lead." },
      sid: { type: "string", required: false, personal: false, summary: false, description: "The ID of the site the lead came from." },
      pid: { type: "string", required: false, personal: false, summary: false, description: "An ID whose meaning is not documented. Treat it as opaque." },
    },
  },
  LeadTool: {
    fields: {
      tid: { type: "string", required: true, personal: false, summary: false, description: "The ID of the tool." },
    },
  },
  LeadPage: {
    fields: {
      website: { type: "string", required: false, personal: true, summary: false, description: "The address of the page." },
      referrer: { type: "string", required: false, personal: true, summary: false, description: "The address the visitor came from." },
      duration: { type: "number", unit: "seconds", required: false, personal: false, summary: false, description: "The time spent on the page. The unit is not documented; seconds are assumed." },
    },
  },
  Message: {
    fields: {
      id: { type: "string", required: true, personal: false, summary: false, description: "The ID of the message." },
      message: { type: "string", required: false, personal: true, summary: false, description: "The text of the message." },
      type: { type: "string", required: false, personal: false, summary: false, description: "The kind of message, such as `text`. The set of kinds is not documented." },
      timestamp: { type: "integer", unit: "epoch-seconds", required: false, personal: false, summary: false, description: "When the message was sent, in epoch seconds. Multiply by 1000 for a JavaScript `Date`." },
    },
  },
  Chat: {
    key: "cid",
    time: "lastMessageTime",
    fields: {
      cid: { type: "string", required: true, personal: false, summary: true, description: "The ID of the chat." },
      history: { type: "array", required: false, personal: false, summary: false, schema: "Message", description: "The messages, present only when the query sets `showMessages`." },
      lastMessage: { type: "string", required: false, personal: true, summary: false, description: "The text of the last message." },
      lastMessageTime: { type: "integer", unit: "epoch-seconds", required: false, personal: false, summary: true, description: "When the last message was sent, in epoch seconds. `startTime` and `endTime` of a query apply to it." },
      lastSender: { type: "string", required: false, personal: false, summary: true, description: "Who sent the last message, such as `agent`. The set of senders is not documented." },
      msgType: { type: "string", required: false, personal: false, summary: false, description: "The kind of the last message, such as `text`." },
      avgBetweenMsg: { type: "number", unit: "seconds", required: false, personal: false, summary: false, description: "The average time between messages. The unit is not documented; seconds are assumed." },
      changed: { type: "integer", unit: "epoch-seconds", required: false, personal: false, summary: false, description: "When the chat last changed, in epoch seconds." },
      livechat: { type: "integer", required: false, personal: false, summary: false, description: "1 when an agent chatted live, else 0." },
      livechatStarted: { type: "integer", unit: "epoch-seconds", required: false, personal: false, summary: false, description: "When the live chat started, in epoch seconds." },
      lastLiveMsg: { type: "integer", unit: "epoch-seconds", required: false, personal: false, summary: false, description: "When the last message of the live chat was sent, in epoch seconds." },
      agentId: { type: "string", required: false, personal: false, summary: false, description: "The ID of the agent." },
      agentName: { type: "string", required: false, personal: true, summary: true, description: "The name of the agent." },
      agentEmail: { type: "string", required: false, personal: true, summary: false, description: "The email address of the agent. It can be empty." },
      agentJoinedTime: { type: "integer", unit: "epoch-seconds", required: false, personal: false, summary: false, description: "When the agent joined, in epoch seconds." },
      team: { type: "string", required: false, personal: false, summary: false, description: "The team that took the chat." },
      leadSentTo: { type: "string", required: false, personal: true, summary: false, description: "Where the lead from this chat was sent. It can be empty." },
      uid: { type: "string", required: false, personal: false, summary: false, description: "The ID of the visitor. `uid` in a query filters by it." },
      name: { type: "string", required: false, personal: true, summary: true, description: "The visitor's full name." },
      first_name: { type: "string", required: false, personal: true, summary: false, description: "The visitor's first name." },
      last_name: { type: "string", required: false, personal: true, summary: false, description: "The visitor's last name." },
      phone: { type: "string", required: false, personal: true, summary: false, description: "The visitor's phone number." },
      business_phone: { type: "string", required: false, personal: true, summary: false, description: "The visitor's business phone number." },
      regNo: { type: "string", required: false, personal: true, summary: false, description: "A registration number." },
      source: { type: "string", required: false, personal: false, summary: true, description: "The channel the chat came through. `chatsBySource` in the statistics counts by it." },
      sid: { type: "string", required: false, personal: false, summary: false, description: "The ID of the site." },
      sitename: { type: "string", required: false, personal: false, summary: false, description: "The name of the site." },
      url: { type: "string", required: false, personal: false, summary: false, description: "The path of the page on which the chat began." },
      fullUrl: { type: "string", required: false, personal: true, summary: false, description: "The whole address of the page on which the chat began. It can be empty." },
      session: { type: "string", required: false, personal: false, summary: false, description: "The ID of the visitor's session." },
    },
  },
  ChatQuery: {
    fields: {
      startTime: { type: "string", format: "date-time", required: false, personal: false, summary: false, description: "Keeps chats whose last message is not older than this, in ISO 8601." },
      endTime: { type: "string", format: "date-time", required: false, personal: false, summary: false, description: "Keeps chats whose last message is not newer than this, in ISO 8601." },
      uid: { type: "string", required: false, personal: false, summary: false, description: "Keeps the chats of one visitor." },
      limit: { type: "integer", required: false, personal: false, summary: false, description: "The largest number of chats to return. The newest are kept." },
      showMessages: { type: "boolean", required: false, personal: false, summary: false, description: "Whether each chat comes with its messages in `history`. Without it they are left out." },
      chatbot: { type: "boolean", required: false, personal: false, summary: false, description: "When true, keeps only chats with chatbot interactions. False filters nothing." },
    },
  },
  ChatStatistics: {
    fields: {
      totalChats: { type: "integer", required: false, personal: false, summary: false, description: "How many chats there were." },
      averageResponseTime: { type: "number", unit: "seconds", required: false, personal: false, summary: false, description: "The average time to a response, in seconds." },
      satisfactionScore: { type: "number", required: false, personal: false, summary: false, description: "The satisfaction score, out of 5." },
      chatsByAgent: { type: "array", required: false, personal: false, summary: false, schema: "AgentStatistics", description: "The figures of each agent." },
      chatsBySource: { type: "object", required: false, personal: false, summary: false, description: "How many chats came through each channel, keyed by the `source` of a chat." },
      chatDurations: { type: "object", required: false, personal: false, summary: false, description: "How many chats lasted how long, keyed by a range of minutes in words." },
    },
  },
  AgentStatistics: {
    fields: {
      agentId: { type: "string", required: true, personal: false, summary: false, description: "The ID of the agent." },
      agentName: { type: "string", required: false, personal: true, summary: false, description: "The name of the agent." },
      totalChats: { type: "integer", required: false, personal: false, summary: false, description: "How many chats the agent had." },
      averageResponseTime: { type: "number", unit: "seconds", required: false, personal: false, summary: false, description: "The agent's average time to a response, in seconds." },
    },
  },
  Problem: {
    fields: {
      message: { type: "string", required: false, personal: false, summary: false, description: "What went wrong, for people. Do not branch on its wording." },
    },
  },
});

/** Freezes a value and everything in it; parts that several share are frozen once. */
function freeze<Value extends object>(value: Value): Value {
  Object.freeze(value);
  for (const inner of Object.values(value))
    if (typeof inner === "object" && inner !== null && !Object.isFrozen(inner)) freeze(inner);
  return value;
}
