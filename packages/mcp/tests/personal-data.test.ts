import { expect, test } from "vitest";
import { USAGE } from "../src/cli/usage.js";
import { connect, itemsOf } from "./connect.js";

const lead = {
  id: "lead-x",
  uid: "user-x",
  name: "Jane Doe",
  first_name: "Jane",
  email: "jane.doe@example.com",
  phone: "+358 40 123 4547",
  page_url: "https://shop.example/jane?email=jane.doe@example.com",
  source: "website",
  pages: [{ website: "https://shop.example/orders/7?u=jane", referrer: "jane.doe", duration: 3 }],
  history: [{ id: "m1", message: "I am Jane Doe", type: "text" }],
  tokens: [{ secret: "jane" }],
  undocumented: "Jane Doe",
};

async function showLead(options: Parameters<typeof connect>[0]): Promise<{ readonly [name: string]: unknown }> {
  const { call, sandbox } = await connect(options);
  sandbox.store.leads.splice(0, sandbox.store.leads.length, lead);
  const response = await call("list_leads", { fields: Object.keys(lead).filter((name) => name !== "undocumented") });
  return itemsOf(response)[0] ?? {};
}

test("personal data is masked by default, at any depth", async () => {
  const shown = await showLead({});
  expect(shown).toEqual({
    id: "lead-x",
    uid: "user-x",
    name: "J***",
    first_name: "J***",
    email: "j***@example.com",
    phone: "***47",
    page_url: "https://shop.example",
    source: "website",
    pages: [{ website: "https://shop.example", referrer: "***", duration: 3 }],
    history: [{ id: "m1", message: "***", type: "text" }],
    tokens: [{ secret: "***" }],
  });
});

test("personal none leaves the fields out, full shows them", async () => {
  const { id, uid, source } = lead;
  expect(await showLead({ personal: "none" })).toEqual({
    id,
    uid,
    source,
    pages: [{ duration: 3 }],
    history: [{ id: "m1", type: "text" }],
  });
  const { undocumented: _, ...documented } = lead;
  expect(await showLead({ personal: "full" })).toEqual(documented);
});

const ODD_LEAD = {
  id: "lead-y",
  history: "Hi, I am Jane Doe, 0401234567",
  pages: ["https://shop.example/?email=jane.doe@example.com"],
  tools: [["Jane Doe"], { tid: "form" }],
  source: { email: "jane.doe@example.com" },
};

test.for([
  {
    personal: "masked",
    lead: {
      id: "lead-y",
      history: "***",
      pages: ["https://shop.example"],
      tools: [["***"], { tid: "form" }],
      source: { email: "j***@example.com" },
    },
    chat: { cid: "chat-y", history: ["***"] },
  },
  {
    personal: "none",
    lead: { id: "lead-y", pages: [], tools: [[], { tid: "form" }] },
    chat: { cid: "chat-y", history: [] },
  },
] as const)(
  "a value of another shape than in the contract is personal: $personal",
  async ({ personal, lead, chat }) => {
    const oddChat = { cid: "chat-y", history: ["Jane Doe here"] };
    const fetch = async (input: unknown): Promise<Response> =>
      Response.json(String(input).endsWith("/leads") ? [ODD_LEAD] : [oddChat]);
    const { call } = await connect({ personal }, { fetch });
    expect(itemsOf(await call("list_leads", { fields: Object.keys(ODD_LEAD) }))).toEqual([lead]);
    const chats = await call("list_chats", { fields: ["cid", "history"], showMessages: true });
    expect(itemsOf(chats)).toEqual([chat]);
  },
);

test("lockdown omits the fields that its help names, even when personal data is shown", async () => {
  const shown = await showLead({ personal: "full", lockdown: true });
  const { history: _, tokens: __, undocumented: ___, ...rest } = lead;
  expect(shown).toEqual(rest);
  expect(USAGE).toContain("--lockdown                   leaves out history, message, lastMessage and tokens;");
});

test("a single record is masked like a list", async () => {
  const { call } = await connect();
  const { data } = await call("get_chat_statistics");
  const agents = data.chatsByAgent as readonly { readonly agentName: string }[];
  expect(agents.length).toBeGreaterThan(0);
  for (const { agentName } of agents) expect(agentName).toMatch(/^.\*\*\*$/u);
});

test("an undocumented field is omitted while personal data is masked", async () => {
  for (const personal of ["masked", "none", "full"] as const) {
    const { call, sandbox } = await connect({ personal });
    const item = { id: "item-x", space_id: "space-customers", primary_field: "Acme", nickname: "Jane" };
    sandbox.store.items.push(item);
    const { data } = await call("get_item", { spaceId: "space-customers", itemId: "item-x" });
    expect(data).toHaveProperty("primary_field", "Acme");
    expect(Object.hasOwn(data, "nickname")).toBe(personal === "full");
  }
});

test.for(["!=", "<", "<=", ">", ">=", "~"])(
  "a where condition with %s on a personal field is rejected while it is masked",
  async (op) => {
    const { call, sandbox } = await connect();
    for (const field of ["email", "history", "pages"]) {
      const text = expect.stringContaining(`where[0].op must be = for ${field}, which is personal data`);
      expect(await call("list_leads", { where: [{ field, op, value: "j" }] })).toMatchObject({ isError: true, text });
    }
    expect(sandbox.requests).toHaveLength(0);
    const open = await connect({ personal: "full" });
    expect((await open.call("list_leads", { where: [{ field: "email", op, value: "j" }] })).isError).toBe(false);
  },
);

test("a where condition with = on a personal field finds the record", async () => {
  const { call, sandbox } = await connect();
  sandbox.store.leads.push(lead);
  const response = await call("list_leads", { where: [{ field: "email", op: "=", value: lead.email }] });
  expect(itemsOf(response).map(({ id }) => id)).toEqual([lead.id]);
});

test("count_records rejects a personal field while it is masked", async () => {
  const { call } = await connect();
  const { text, isError } = await call("count_records", { stream: "leads", by: "email" });
  expect(isError).toBe(true);
  expect(text).toMatch(/by must be one of id, language, .*/);
  expect(text).not.toContain("email");
});
