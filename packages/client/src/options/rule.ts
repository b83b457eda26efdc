/** What an option must be; `expected` completes the message `<param> must be …`. */
export interface Rule {
  readonly expected: string;
  accepts(value: unknown): boolean;
}

/** The options of an object with their rules. */
export type Rules<Options> = { readonly [Option in keyof Options]-?: Rule };

export const anything: Rule = { expected: "anything", accepts: () => true };
export const anObject: Rule = {
  expected: "an object",
  accepts: (value) => typeof value === "object" && value !== null,
};
/** May be of a class, which has its methods. */
export const anObserver: Rule = {
  expected: "an object",
  accepts: (value) => anObject.accepts(value) && !(Symbol.iterator in (value as object)),
};
export const aString: Rule = { expected: "a string", accepts: (value) => typeof value === "string" };
export const aBoolean: Rule = { expected: "a boolean", accepts: (value) => typeof value === "boolean" };
export const anAbortSignal: Rule = {
  expected: "an AbortSignal",
  accepts: (value) => aFunction.accepts((value as AbortSignal | null)?.addEventListener),
};
export const aFunction: Rule = { expected: "a function", accepts: (value) => typeof value === "function" };

export function atLeast(minimum: number): Rule {
  const accepts = (value: unknown): boolean => typeof value === "number" && value >= minimum;
  return { expected: `a number of at least ${minimum}`, accepts };
}

/** Accepts `Infinity`, which means no limit. */
export function integerAtLeast(minimum: number): Rule {
  const accepts = (value: unknown): boolean =>
    typeof value === "number" && value >= minimum && Math.floor(value) === value;
  return { expected: `an integer of at least ${minimum}`, accepts };
}

export function oneOf(...words: readonly string[]): Rule {
  return { expected: `one of ${words.join(", ")}`, accepts: (value) => words.includes(value as string) };
}

export function either(...rules: readonly [Rule, Rule]): Rule {
  const accepts = (value: unknown): boolean => rules.some((rule) => rule.accepts(value));
  return { expected: rules.map(({ expected }) => expected).join(" or "), accepts };
}
