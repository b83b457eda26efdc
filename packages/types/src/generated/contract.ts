// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

import { freeze } from "../contract/freeze.js";
import type { OperationContract } from "../contract/operation-contract.js";
import type { Schema } from "../contract/schema.js";
import type { OperationId } from "./methods.js";

const fieldOptionSchema: Schema = /* @__PURE__ */ freeze({
  name: "FieldOption",
  type: "object",
  required: ["machine"],
  properties: {
    "machine": { type: "string", example: "gold" },
    "label": { type: "string", example: "Gold" },
    "value": { type: "string", example: "gold" },
  },
} as const);

const spaceFieldSchema: Schema = /* @__PURE__ */ freeze({
  name: "SpaceField",
  type: "object",
  required: ["id","machine","name","type"],
  properties: {
    "id": { type: "string", example: "field-7" },
    "machine": { type: "string", example: "customer_tier" },
    "name": { type: "string", example: "Customer tier" },
    "type": { type: "string", example: "select" },
    "options": { type: "array", items: fieldOptionSchema },
  },
} as const);

const spaceSchema: Schema = /* @__PURE__ */ freeze({
  name: "Space",
  type: "object",
  required: ["id"],
  properties: {
    "id": { type: "string", example: "space-customers" },
    "name": { type: "string", example: "Customers" },
    "fields": { type: "array", items: spaceFieldSchema },
  },
} as const);

const itemSchema: Schema = /* @__PURE__ */ freeze({
  name: "Item",
  type: "object",
  required: ["id"],
  properties: {
    "id": { type: "string", example: "item-1042" },
    "primary_field": { type: "string", example: "Harbour Dental" },
    "space_id": { type: "string", example: "space-customers" },
    "created": { type: "string", format: "date-time", example: "2024-08-30T05:48:46.195Z" },
    "updated": { type: "string", format: "date-time", example: "2024-09-02T11:20:03.512Z" },
    "last_updater": { type: "string", example: "user-58" },
    "uid": { type: "string", example: "user-58" },
    "uuid": { type: "string", example: "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11" },
    "clientId": { type: "string", example: "client-12" },
  },
} as const);

const itemInputSchema: Schema = /* @__PURE__ */ freeze({
  name: "ItemInput",
  type: "object",
  required: ["primary_field"],
  additionalProperties: false,
  properties: { "primary_field": { type: "string", example: "Harbour Dental" } },
} as const);

const messageSchema: Schema = /* @__PURE__ */ freeze({
  name: "Message",
  type: "object",
  required: ["id"],
  properties: {
    "id": { type: "string", example: "msg-1" },
    "message": { type: "string", example: "Hello, how can I help you?" },
    "type": { type: "string", example: "text" },
    "timestamp": { type: "integer", example: 1672531250 },
  },
} as const);

const leadToolSchema: Schema = /* @__PURE__ */ freeze({
  name: "LeadTool",
  type: "object",
  required: ["tid"],
  properties: { "tid": { type: "string", example: "tool-9" } },
} as const);

const leadPageSchema: Schema = /* @__PURE__ */ freeze({
  name: "LeadPage",
  type: "object",
  properties: {
    "website": { type: "string", example: "https://www.example.com/contact" },
    "referrer": { type: "string", example: "https://www.example.com/pricing" },
    "duration": { type: "number", example: 48 },
  },
} as const);

const leadSchema: Schema = /* @__PURE__ */ freeze({
  name: "Lead",
  type: "object",
  required: ["id"],
  properties: {
    "id": { type: "string", example: "lead-3301" },
    "name": { type: "string", example: "Jane Doe" },
    "first_name": { type: "string", example: "Jane" },
    "last_name": { type: "string", example: "Doe" },
    "email": { type: "string", example: "jane.doe@example.com" },
    "phone": { type: "string", example: "+12025550147" },
    "language": { type: "string", example: "en" },
    "created": { type: "string", format: "date-time", example: "2024-08-30T05:48:46.202Z" },
    "updated": { type: "string", format: "date-time", example: "2024-08-30T05:53:10.004Z" },
    "timestamp": { type: "string", format: "date-time", example: "2024-08-30T05:48:46.202Z" },
    "history": { type: "array", items: messageSchema },
    "tid": { type: "string", example: "tool-9" },
    "tool_name": { type: "string", example: "Booking form" },
    "tools": { type: "array", items: leadToolSchema },
    "duration": { type: "number", example: 264 },
    "pageviews": { type: "integer", example: 4 },
    "pages": { type: "array", items: leadPageSchema },
    "page": { type: "string", example: "Contact" },
    "page_url": { type: "string", example: "https://www.example.com/contact" },
    "site": { type: "string", example: "www.example.com" },
    "source": { type: "string", example: "website" },
    "referrer": { type: "string", example: "search" },
    "referrer_url": { type: "string", example: "https://search.example.org/" },
    "browser": { type: "string", example: "Firefox" },
    "os": { type: "string", example: "Windows" },
    "mobile": { type: "boolean", example: false },
    "indexed": { type: "boolean", example: true },
    "tokens": { type: "array", items: { type: "object", additionalProperties: true } },
    "space_id": { type: "string", example: "space-customers" },
    "uid": { type: "string", example: "user-58" },
    "sid": { type: "string", example: "site-3" },
    "pid": { type: "string", example: "p-77" },
  },
} as const);

const chatSchema: Schema = /* @__PURE__ */ freeze({
  name: "Chat",
  type: "object",
  required: ["cid"],
  properties: {
    "cid": { type: "string", example: "chat-2290" },
    "history": { type: "array", items: messageSchema },
    "lastMessage": { type: "string", example: "Thank you for your help!" },
    "lastMessageTime": { type: "integer", example: 1672531350 },
    "lastSender": { type: "string", example: "agent" },
    "msgType": { type: "string", example: "text" },
    "avgBetweenMsg": { type: "number", example: 30 },
    "changed": { type: "integer", example: 1672531400 },
    "livechat": { type: "integer", example: 1 },
    "livechatStarted": { type: "integer", example: 1672531200 },
    "lastLiveMsg": { type: "integer", example: 1672531300 },
    "agentId": { type: "string", example: "agent-5" },
    "agentName": { type: "string", example: "Noor Haddad" },
    "agentEmail": { type: "string", example: "noor.haddad@example.com" },
    "agentJoinedTime": { type: "integer", example: 1672531200 },
    "team": { type: "string", example: "Support" },
    "leadSentTo": { type: "string", example: "sales@example.com" },
    "uid": { type: "string", example: "user-58" },
    "name": { type: "string", example: "Jane Doe" },
    "first_name": { type: "string", example: "Jane" },
    "last_name": { type: "string", example: "Doe" },
    "phone": { type: "string", example: "+12025550147" },
    "business_phone": { type: "string", example: "+12025550163" },
    "regNo": { type: "string", example: "ABC123" },
    "source": { type: "string", example: "website" },
    "sid": { type: "string", example: "site-3" },
    "sitename": { type: "string", example: "Example Site" },
    "url": { type: "string", example: "/support/chat" },
    "fullUrl": { type: "string", example: "https://www.example.com/support/chat" },
    "session": { type: "string", example: "session-812" },
  },
} as const);

const chatQuerySchema: Schema = /* @__PURE__ */ freeze({
  name: "ChatQuery",
  type: "object",
  additionalProperties: false,
  properties: {
    "startTime": { type: "string", format: "date-time", example: "2024-08-01T00:00:00.000Z" },
    "endTime": { type: "string", format: "date-time", example: "2024-08-31T23:59:59.999Z" },
    "uid": { type: "string", example: "user-58" },
    "limit": { type: "integer", minimum: 1, example: 10 },
    "showMessages": { type: "boolean", example: true },
    "chatbot": { type: "boolean", example: true },
  },
} as const);

const agentStatisticsSchema: Schema = /* @__PURE__ */ freeze({
  name: "AgentStatistics",
  type: "object",
  required: ["agentId"],
  properties: {
    "agentId": { type: "string", example: "agent-5" },
    "agentName": { type: "string", example: "Noor Haddad" },
    "totalChats": { type: "integer", example: 50 },
    "averageResponseTime": { type: "number", example: 30 },
  },
} as const);

const chatStatisticsSchema: Schema = /* @__PURE__ */ freeze({
  name: "ChatStatistics",
  type: "object",
  properties: {
    "totalChats": { type: "integer", example: 150 },
    "averageResponseTime": { type: "number", example: 45 },
    "satisfactionScore": { type: "number", example: 4.5 },
    "chatsByAgent": { type: "array", items: agentStatisticsSchema },
    "chatsBySource": { type: "object", additionalProperties: { type: "integer" }, example: {"website":120,"mobile":30} },
    "chatDurations": {
      type: "object",
      additionalProperties: { type: "integer" },
      example: {"0-5 minutes":60,"5-10 minutes":40,"10+ minutes":50},
    },
  },
} as const);

const problemSchema: Schema = /* @__PURE__ */ freeze({
  name: "Problem",
  type: "object",
  additionalProperties: true,
  properties: { "message": { type: "string", example: "The API key is invalid." } },
} as const);

/** Every named schema. */
export const schemas: { readonly [name: string]: Schema } = /* @__PURE__ */ freeze({
  Space: spaceSchema,
  SpaceField: spaceFieldSchema,
  FieldOption: fieldOptionSchema,
  Item: itemSchema,
  ItemInput: itemInputSchema,
  Lead: leadSchema,
  LeadTool: leadToolSchema,
  LeadPage: leadPageSchema,
  Message: messageSchema,
  Chat: chatSchema,
  ChatQuery: chatQuerySchema,
  ChatStatistics: chatStatisticsSchema,
  AgentStatistics: agentStatisticsSchema,
  Problem: problemSchema,
});

/** The request and the responses of each operation. */
export const operationContracts: { readonly [Id in OperationId]: OperationContract } = /* @__PURE__ */ freeze({
  listSpaces: {
    parameters: [],
    responses: {
      200: {
        pointer: "#/paths/~1flex~1spaces/get/responses/200",
        schema: { type: "array", items: spaceSchema },
        example: [{"id":"space-customers","name":"Customers","fields":[{"id":"field-1","machine":"company_name","name":"Company name","type":"text"},{"id":"field-7","machine":"customer_tier","name":"Customer tier","type":"select","options":[{"machine":"gold","label":"Gold","value":"gold"},{"machine":"silver","label":"Silver","value":"silver"}]}]},{"id":"space-suppliers","name":"Suppliers","fields":[]}],
      },
      403: {
        pointer: "#/components/responses/Forbidden",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
    },
    success: 200,
  },
  listItems: {
    parameters: [{
      name: "spaceId",
      in: "path",
      required: true,
      schema: { type: "string" },
      example: "space-customers",
    }],
    responses: {
      200: {
        pointer: "#/paths/~1flex~1spaces~1{spaceId}~1items/get/responses/200",
        schema: { type: "array", items: itemSchema },
        example: [{"id":"item-1042","primary_field":"Harbour Dental","space_id":"space-customers","created":"2024-08-30T05:48:46.195Z","updated":"2024-09-02T11:20:03.512Z","last_updater":"user-58","uid":"user-58","uuid":"0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11","clientId":"client-12"},{"id":"item-1043","primary_field":"Birch Street Bakery","space_id":"space-customers","created":"2024-09-01T08:02:11.730Z","updated":"2024-09-01T08:02:11.730Z","last_updater":"user-61","uid":"user-61","uuid":"6f0c2f0a-2b41-4b7f-8a35-7c9de1f4a902","clientId":"client-12"}],
      },
      403: {
        pointer: "#/components/responses/Forbidden",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
      404: {
        pointer: "#/components/responses/NotFound",
        schema: problemSchema,
        example: {"message":"No item item-1042 in space space-customers."},
      },
    },
    success: 200,
  },
  createItem: {
    parameters: [{
      name: "spaceId",
      in: "path",
      required: true,
      schema: { type: "string" },
      example: "space-customers",
    }],
    body: { required: true, schema: itemInputSchema, example: {"primary_field":"Harbour Dental"} },
    responses: {
      200: {
        pointer: "#/paths/~1flex~1spaces~1{spaceId}~1items/post/responses/200",
        schema: itemSchema,
        example: {"id":"item-1042","primary_field":"Harbour Dental","space_id":"space-customers","created":"2024-08-30T05:48:46.195Z","updated":"2024-08-30T05:48:46.195Z","last_updater":"user-58","uid":"user-58","uuid":"0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11","clientId":"client-12"},
      },
      403: {
        pointer: "#/components/responses/Forbidden",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
      422: {
        pointer: "#/components/responses/UnprocessableContent",
        schema: problemSchema,
        example: {"message":"primary_field is required."},
      },
    },
    success: 200,
  },
  getItem: {
    parameters: [{
      name: "spaceId",
      in: "path",
      required: true,
      schema: { type: "string" },
      example: "space-customers",
    }, { name: "itemId", in: "path", required: true, schema: { type: "string" }, example: "item-1042" }],
    responses: {
      200: {
        pointer: "#/paths/~1flex~1spaces~1{spaceId}~1items~1{itemId}/get/responses/200",
        schema: itemSchema,
        example: {"id":"item-1042","primary_field":"Harbour Dental","space_id":"space-customers","created":"2024-08-30T05:48:46.195Z","updated":"2024-09-02T11:20:03.512Z","last_updater":"user-58","uid":"user-58","uuid":"0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11","clientId":"client-12"},
      },
      403: {
        pointer: "#/components/responses/Forbidden",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
      404: {
        pointer: "#/components/responses/NotFound",
        schema: problemSchema,
        example: {"message":"No item item-1042 in space space-customers."},
      },
    },
    success: 200,
  },
  updateItem: {
    parameters: [{
      name: "spaceId",
      in: "path",
      required: true,
      schema: { type: "string" },
      example: "space-customers",
    }, { name: "itemId", in: "path", required: true, schema: { type: "string" }, example: "item-1042" }],
    body: { required: true, schema: itemInputSchema, example: {"primary_field":"Harbour Dental Clinic"} },
    responses: {
      200: {
        pointer: "#/paths/~1flex~1spaces~1{spaceId}~1items~1{itemId}/put/responses/200",
        schema: itemSchema,
        example: {"id":"item-1042","primary_field":"Harbour Dental Clinic","space_id":"space-customers","created":"2024-08-30T05:48:46.195Z","updated":"2024-09-05T14:37:29.040Z","last_updater":"user-58","uid":"user-58","uuid":"0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11","clientId":"client-12"},
      },
      400: {
        pointer: "#/components/responses/BadRequest",
        schema: problemSchema,
        example: {"message":"startTime must be an ISO 8601 date-time."},
      },
      403: {
        pointer: "#/components/responses/Forbidden",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
      404: {
        pointer: "#/components/responses/NotFound",
        schema: problemSchema,
        example: {"message":"No item item-1042 in space space-customers."},
      },
      422: {
        pointer: "#/components/responses/UnprocessableContent",
        schema: problemSchema,
        example: {"message":"primary_field is required."},
      },
    },
    success: 200,
  },
  deleteItem: {
    parameters: [{
      name: "spaceId",
      in: "path",
      required: true,
      schema: { type: "string" },
      example: "space-customers",
    }, { name: "itemId", in: "path", required: true, schema: { type: "string" }, example: "item-1042" }],
    responses: {
      200: { pointer: "#/paths/~1flex~1spaces~1{spaceId}~1items~1{itemId}/delete/responses/200" },
      403: {
        pointer: "#/components/responses/Forbidden",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
      404: {
        pointer: "#/components/responses/NotFound",
        schema: problemSchema,
        example: {"message":"No item item-1042 in space space-customers."},
      },
    },
    success: 200,
  },
  listLeads: {
    parameters: [],
    responses: {
      200: {
        pointer: "#/paths/~1leads/get/responses/200",
        schema: { type: "array", items: leadSchema },
        example: [{"id":"lead-3301","name":"Jane Doe","first_name":"Jane","last_name":"Doe","email":"jane.doe@example.com","phone":"+12025550147","language":"en","created":"2024-08-30T05:48:46.202Z","updated":"2024-08-30T05:53:10.004Z","timestamp":"2024-08-30T05:48:46.202Z","history":[{"id":"msg-1","message":"Hello, how can I help you?","type":"text","timestamp":1724996926},{"id":"msg-2","message":"I would like to book a check-up.","type":"text","timestamp":1724996951}],"tid":"tool-9","tool_name":"Booking form","tools":[{"tid":"tool-9"},{"tid":"tool-2"}],"duration":264,"pageviews":2,"pages":[{"website":"https://www.example.com/pricing","referrer":"https://search.example.org/","duration":216},{"website":"https://www.example.com/contact","referrer":"https://www.example.com/pricing","duration":48}],"page":"Contact","page_url":"https://www.example.com/contact","site":"www.example.com","source":"website","referrer":"search","referrer_url":"https://search.example.org/","browser":"Firefox","os":"Windows","mobile":false,"indexed":true,"tokens":[{"campaign":"autumn"}],"space_id":"space-customers","uid":"user-58","sid":"site-3","pid":"p-77"}],
      },
      401: {
        pointer: "#/components/responses/Unauthorized",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
    },
    success: 200,
  },
  listChats: {
    parameters: [],
    body: {
      required: true,
      schema: chatQuerySchema,
      example: {"startTime":"2023-01-01T00:00:00.000Z","endTime":"2023-01-31T23:59:59.999Z","uid":"user-58","limit":10,"showMessages":true,"chatbot":true},
    },
    responses: {
      200: {
        pointer: "#/paths/~1chats/post/responses/200",
        schema: { type: "array", items: chatSchema },
        example: [{"cid":"chat-2290","history":[{"id":"msg-1","message":"Hello, how can I help you?","type":"text","timestamp":1672531250},{"id":"msg-2","message":"I have a question about my booking.","type":"text","timestamp":1672531280},{"id":"msg-3","message":"You are booked for Tuesday at nine.","type":"text","timestamp":1672531350}],"lastMessage":"You are booked for Tuesday at nine.","lastMessageTime":1672531350,"lastSender":"agent","msgType":"text","avgBetweenMsg":50,"changed":1672531400,"livechat":1,"livechatStarted":1672531200,"lastLiveMsg":1672531350,"agentId":"agent-5","agentName":"Noor Haddad","agentEmail":"noor.haddad@example.com","agentJoinedTime":1672531200,"team":"Support","leadSentTo":"sales@example.com","uid":"user-58","name":"Jane Doe","first_name":"Jane","last_name":"Doe","phone":"+12025550147","business_phone":"+12025550163","regNo":"ABC123","source":"website","sid":"site-3","sitename":"Example Site","url":"/support/chat","fullUrl":"https://www.example.com/support/chat","session":"session-812"}],
      },
      403: {
        pointer: "#/components/responses/Forbidden",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
    },
    success: 200,
  },
  getChatStatistics: {
    parameters: [{
      name: "startTime",
      in: "query",
      required: false,
      schema: { type: "string", format: "date-time" },
      example: "2024-08-01T00:00:00.000Z",
    }, {
      name: "endTime",
      in: "query",
      required: false,
      schema: { type: "string", format: "date-time" },
      example: "2024-08-31T23:59:59.999Z",
    }, {
      name: "metrics",
      in: "query",
      required: false,
      schema: { type: "array", items: { type: "string" } },
      example: ["totalChats","averageResponseTime"],
    }],
    responses: {
      200: {
        pointer: "#/paths/~1statistics~1chat/get/responses/200",
        schema: chatStatisticsSchema,
        example: {"totalChats":150,"averageResponseTime":45,"satisfactionScore":4.5,"chatsByAgent":[{"agentId":"agent-5","agentName":"Noor Haddad","totalChats":50,"averageResponseTime":35},{"agentId":"agent-8","agentName":"Elias Berg","totalChats":100,"averageResponseTime":50}],"chatsBySource":{"website":120,"mobile":30},"chatDurations":{"0-5 minutes":60,"5-10 minutes":40,"10+ minutes":50}},
      },
      400: {
        pointer: "#/components/responses/BadRequest",
        schema: problemSchema,
        example: {"message":"startTime must be an ISO 8601 date-time."},
      },
      403: {
        pointer: "#/components/responses/Forbidden",
        schema: problemSchema,
        example: {"message":"The API key is invalid."},
      },
    },
    success: 200,
  },
} as const);
