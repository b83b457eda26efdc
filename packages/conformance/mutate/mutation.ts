/** One promise of the client taken back: `find` is the code that keeps it. */
export interface Mutation {
  /** Below packages/client/src. */
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** What is no longer so. */
  readonly why: string;
  /** The smallest part of the suite that can tell: a file, and words of its titles. Of the cases in memory where only words are given. */
  readonly told: string | readonly [file: string, titles?: string];
}

/** A mutation of the file that the list is about. */
export type Row = readonly [
  find: Mutation["find"],
  replace: Mutation["replace"],
  why: Mutation["why"],
  told: Mutation["told"],
];
