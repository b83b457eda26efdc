const BLOCK_LENGTH = 100;

/** A JSON array of that many leads, about 1 kB each, in chunks that are generated as they are read. */
export function* createLeadBlocks(count: number): Generator<Buffer> {
  const block = Array.from({ length: BLOCK_LENGTH }, (_, index) => JSON.stringify(createLead(index)));
  const whole = Buffer.from(`,${block.join()}`);
  yield Buffer.from(`[${block.slice(0, Math.min(count, BLOCK_LENGTH)).join()}`);
  for (let sent = BLOCK_LENGTH; sent < count; sent += BLOCK_LENGTH) {
    yield count - sent >= BLOCK_LENGTH ? whole : Buffer.from(`,${block.slice(0, count - sent).join()}`);
  }
  yield Buffer.from("]");
}

/** The same with a different key for each lead; with `changed`, one in a hundred has another name. */
export function* createDistinctLeadBlocks(count: number, version: "first" | "changed" = "first"): Generator<Buffer> {
  const block = Array.from({ length: BLOCK_LENGTH }, (_, index) => JSON.stringify(createLead(index)));
  if (version === "changed") block[0] = JSON.stringify({ ...createLead(0), name: "Jane Changed" });
  const rests = block.map((lead) => lead.slice(lead.indexOf(",")));
  for (let start = 0; start < count; start += BLOCK_LENGTH) {
    const leads = rests.slice(0, count - start).map((rest, index) => `{"id":"lead-${start + index}"${rest}`);
    yield Buffer.from(`${start === 0 ? "[" : ","}${leads.join()}`);
  }
  yield Buffer.from(count === 0 ? "[]" : "]");
}

function createLead(index: number): object {
  const at = new Date(1_725_000_000_000 + index * 60_000).toISOString();
  const url = `https://www.example.com/landing/page-${index}?utm_source=newsletter&utm_campaign=autumn`;
  return {
    id: `lead-${index}`,
    name: `Jane "${index}" Müller`,
    first_name: "Jane",
    last_name: "Müller",
    email: `jane.mueller.${index}@example.com`,
    phone: `+1202555${1000 + index}`,
    language: "en",
    created: at,
    updated: at,
    timestamp: at,
    history: [
      {
        id: `message-${index}-1`,
        message:
          "Hello, I would like to know more about the yearly plan and how to bring our team of ten over.\nThanks!",
        type: "visitor",
        timestamp: 1_725_000_000,
      },
      { id: `message-${index}-2`, message: "Of course: which day suits you?", type: "agent", timestamp: 1_725_000_060 },
    ],
    pages: [{ url, title: `Landing page ${index}`, visits: index % 7, timestamp: at }],
    tools: [
      { id: `tool-${index % 5}`, name: "Chatbot", type: "chatbot", completed: index % 2 === 0, score: index / 3 },
    ],
    custom: { consent: true, source: "organic", budget: null, tags: ["warm", "returning"] },
  };
}
