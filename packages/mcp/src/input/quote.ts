const MAX_LENGTH = 60;

/** What an assistant sent, in JSON on one line, short enough for any message. */
export function quote(value: unknown, maxLength: number = MAX_LENGTH): string {
  const json = JSON.stringify(value) ?? "undefined";
  return json.length > maxLength ? `${json.slice(0, maxLength)}…` : json;
}
