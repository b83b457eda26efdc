import ts from "typescript";

const OR_UNDEFINED = / \| undefined\b/g;

/** The members of an interface as a Markdown list: name, type, default and text of the JSDoc. */
export function renderOptions(source: string, interfaceName: string, prefix: string): string {
  const file = ts.createSourceFile("options.ts", source, ts.ScriptTarget.Latest, true);
  const found = file.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === interfaceName,
  );
  if (found === undefined) throw new Error(`no interface ${interfaceName}`);
  return found.members
    .filter(ts.isPropertySignature)
    .map((member) => renderOption(member, prefix))
    .join("\n");
}

function renderOption(member: ts.PropertySignature, prefix: string): string {
  const name = prefix + member.name.getText();
  const [doc] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
  const text = toLine(ts.getTextOfJSDocComment(doc?.comment));
  if (text === "") throw new Error(`${name} has no JSDoc`);
  const tag = doc?.tags?.find(({ tagName }) => tagName.text === "default");
  const facts = [`\`${printType(member)}\``, ...(tag ? [`default: ${renderDefault(tag)}`] : [])];
  return `- **\`${name}\`** (${facts.join("; ")}): ${text}`;
}

function printType({ type }: ts.PropertySignature): string {
  return toLine(type?.getText()).replaceAll(OR_UNDEFINED, "").replaceAll("readonly ", "");
}

/** A literal becomes code; thousands of a number are separated by spaces. */
function renderDefault(tag: ts.JSDocTag): string {
  const text = toLine(ts.getTextOfJSDocComment(tag.comment));
  if (/^\d[\d_]*$/.test(text)) return text.replaceAll("_", " ");
  return /^("|true$|false$)/.test(text) ? `\`${text}\`` : text;
}

function toLine(text = ""): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
