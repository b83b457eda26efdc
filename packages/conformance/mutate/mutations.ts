/** One promise of the client taken back: `find` is the code that keeps it. */
export interface Mutation {
  /** Below packages/client/src. */
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** What is no longer so. */
  readonly why: string;
}

export const mutations: readonly Mutation[] = [
  {
    file: "attempt.ts",
    find: 'redirect: "manual"',
    replace: 'redirect: "follow"',
    why: "redirects are followed",
  },
  {
    file: "decide.ts",
    find: "random() * ceiling",
    replace: "ceiling",
    why: "waits are not random",
  },
  {
    file: "decide.ts",
    find: "attempt > policy.limit",
    replace: "attempt > policy.limit + 1",
    why: "one retry too many",
  },
];
