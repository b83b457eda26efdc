import type { Features } from "./feature.ts";

const XML = '<?xml version="1.0"?><row><id>1</id></row>';
const CSV = "id;name\r\n1;é\r\n";
const bytes = Uint8Array.of(0x89, 0x50, 0, 0xff, 0xfe);
const EVENTS = 'event: row\nid: 7\ndata: {"id":\ndata: "1"}\n\n: still here\n\ndata: {"id":"2"}\n\n';
const rows = ["1", "2", "3"].map((id) => ({ id }));

function respondWith(body: BodyInit | null, contentType: string, status = 200): () => Response {
  return () => new Response(body, { status, headers: contentType === "" ? {} : { "content-type": contentType } });
}

const responses: Features = {
  "a text": {
    operation: "GET /response/text",
    respond: respondWith("é\n", "text/plain"),
    data: "é\n",
  },
  CSV: { operation: "GET /response/csv", respond: respondWith(CSV, "text/csv"), data: CSV },
  bytes: {
    operation: "GET /response/bytes",
    respond: respondWith(bytes, "image/png"),
    data: [...bytes],
  },
  "server-sent events, one by one": {
    operation: "GET /response/events",
    respond: respondWith(EVENTS, "text/event-stream"),
    data: [{ id: "1" }, { id: "2" }],
    read: "events",
  },
  "JSON, where the API has XML as well": {
    operation: "GET /response/several",
    // Without `accept`, or with any type in it, the choice is the API's.
    respond: ({ headers }) =>
      /json/.test(headers.get("accept") ?? "") ? Response.json({ id: "1" }) : respondWith(XML, "application/xml")(),
  },
  "`application/vnd.row+json`": {
    operation: "GET /response/named-json",
    respond: respondWith('{"id":"1"}', "application/vnd.row+json"),
  },
  "one of several successes, with its status": {
    operation: "POST /response/statuses",
    respond: respondWith('{"job":"j"}', "application/json", 202),
    data: { job: "j" },
    status: 202,
  },
  "nothing, where there may be something": {
    operation: "DELETE /response/nothing",
    respond: respondWith(null, "", 204),
    data: undefined,
    status: 204,
  },
  "a `default` error, with status and body": {
    operation: "GET /response/default",
    respond: respondWith('{"message":"full"}', "application/problem+json", 507),
    data: { message: "full" },
    status: 507,
  },
};

const pages: Features = {
  "all pages by cursor": {
    operation: "GET /pages/cursor",
    respond: ({ url }) => {
      const start = Number(new URL(url).searchParams.get("cursor"));
      return Response.json({ data: rows.slice(start, start + 1), next: start < 2 ? String(start + 1) : null });
    },
    data: rows,
    read: "pages",
  },
  "all pages by `link` header": {
    operation: "GET /pages/link",
    respond: ({ url }) => {
      const page = Number(new URL(url).searchParams.get("page"));
      const link = page < 2 ? { link: `<?page=${page + 1}>; rel="next"` } : {};
      return Response.json(rows.slice(page, page + 1), { headers: link });
    },
    data: rows,
    read: "pages",
  },
};

/** The features of responses, by the heading in the table. */
export const responseFeatures: Readonly<Record<string, Features>> = {
  "What is read": responses,
  Pages: pages,
};
