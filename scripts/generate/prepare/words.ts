/** `pet-store_v2` and `petStoreV2` as `PetStoreV2`; text without a letter or digit of ASCII becomes empty. */
export function toPascalCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join("");
}

/** `PetStore` and `pet-store` as `petStore`, `URLList` as `urlList`. */
export function toCamelCase(text: string): string {
  const name = toPascalCase(text);
  const [initial = ""] = /^(?:[A-Z]+(?![a-z])|[A-Z])/.exec(name) ?? [];
  return `${initial.toLowerCase()}${name.slice(initial.length)}`;
}

/** The first of `name`, `name2`, `name3` … that is free. */
export function firstFree(name: string, isFree: (name: string) => boolean): string {
  if (isFree(name)) return name;
  for (let number = 2; ; number += 1) if (isFree(`${name}${number}`)) return `${name}${number}`;
}
