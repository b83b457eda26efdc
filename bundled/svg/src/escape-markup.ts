const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text, escaped for an element or a quoted attribute of HTML or SVG. */
export function escapeMarkup(content: string): string {
  return (
    content
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, even escaped
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
      .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
  );
}
