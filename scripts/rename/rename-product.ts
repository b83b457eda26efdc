import type { ProductNames } from "./product-names.ts";

/** Replaces the names of one product by those of another, in a text or in a path. Hosts stay: they belong to the contract. */
export function renameProduct(text: string, from: ProductNames, to: ProductNames): string {
  const rules: readonly (readonly [name: string, replacement: string])[] = [
    [escapePattern(withoutScheme(from.repository)), withoutScheme(to.repository)],
    [String.raw`io\.github\.${escapePattern(ownerOf(from))}(?=/)`, `io.github.${ownerOf(to)}`],
    [`${escapePattern(from.scope)}(?![\\w.-])`, to.scope],
    [escapePattern(from.sandboxKey), to.sandboxKey],
    [escapePattern(from.environment), to.environment],
    [`(?<=\\w)${from.className}|${from.className}(?=\\w)`, to.className],
    [escapePattern(from.title), to.title],
    [`${from.command}(?!\\.com)`, to.command],
  ];
  const pattern = new RegExp(rules.map(([name]) => `(${name})`).join("|"), "g");
  return text.replaceAll(pattern, (...found: string[]) => {
    const index = rules.findIndex((_, rule) => found[rule + 1] !== undefined);
    return rules[index]?.[1] ?? "";
  });
}

function withoutScheme(url: string): string {
  return url.replace("https://", "");
}

function ownerOf({ repository }: ProductNames): string {
  return new URL(repository).pathname.split("/")[1] ?? "";
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
