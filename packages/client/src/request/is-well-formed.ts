/** Whether UTF-8 can write a text: one half of a pair of surrogates it cannot. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
