/** A field of a fault's form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** What is filled in at first. */
  readonly value: string;
  readonly type: "number" | "text" | "choice";
  readonly choices?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** Left out of the fault where it is empty. */
  readonly optional?: boolean;
}

export interface KindOfFault {
  readonly kind: string;
  readonly title: string;
  readonly what: string;
  readonly fields: readonly Field[];
}

/** Every kind of fault, in the words of the page. */
export const kindsOfFault: readonly KindOfFault[] = [
  {
    kind: "status",
    title: "Error status",
    what: "503, as an overloaded API or a gateway sends it",
    fields: [
      { name: "status", label: "Status", value: "503", type: "number", least: 200, most: 599 },
      { name: "retryAfterSeconds", label: "Retry-After, seconds", value: "", type: "number", least: 0, optional: true },
    ],
  },
  {
    kind: "latency",
    title: "Latency",
    what: "every answer takes a second more",
    fields: [{ name: "ms", label: "Milliseconds", value: "1000", type: "number", least: 0 }],
  },
  { kind: "reset", title: "Connection reset", what: "before anything is answered", fields: [] },
  {
    kind: "stall",
    title: "Stall",
    what: "no answer ever comes",
    fields: [{ name: "after", label: "After", value: "nothing", type: "choice", choices: ["nothing", "headers"] }],
  },
  { kind: "cut", title: "Cut body", what: "the connection breaks in the middle", fields: [] },
  {
    kind: "html",
    title: "Page in HTML",
    what: "a login page with status 200, or the error page of a gateway",
    fields: [{ name: "status", label: "Status", value: "200", type: "number", least: 200, most: 599 }],
  },
  {
    kind: "redirect",
    title: "Redirect",
    what: "a 302 to another origin",
    fields: [{ name: "to", label: "Address", value: "https://login.example/", type: "text" }],
  },
  { kind: "shape", title: "Wrong shape", what: "a success with a mistyped field", fields: [] },
];
