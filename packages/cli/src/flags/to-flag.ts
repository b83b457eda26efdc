/** A flag as users write it; Stricli has its name in camel case. */
export function toFlag(name: string): string {
  return `--${name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
