const EMAIL = /^[^@\s]+@[^@\s]+$/;
const PHONE = /^\+?[\d\s()./-]{5,}$/;

/** What stays of a personal value: enough to tell two apart, too little to know whom it names. */
export function mask(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => mask(name, element));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(key, inner)]));
  }
  if (value === undefined || value === null || value === "") return value;
  return typeof value === "string" ? maskText(name, value) : "***";
}

function maskText(name: string, text: string): string {
  const [first = ""] = text;
  // Before the addresses: a query can hold one.
  if (/^https?:/i.test(text)) return originOf(text);
  if (EMAIL.test(text)) return `${first}***${text.slice(text.lastIndexOf("@"))}`;
  if (PHONE.test(text)) return `***${text.slice(-2)}`;
  return /name$/i.test(name) ? `${first}***` : "***";
}

/** A path can name a person as a query can. */
function originOf(text: string): string {
  return URL.canParse(text) ? new URL(text).origin : "***";
}
