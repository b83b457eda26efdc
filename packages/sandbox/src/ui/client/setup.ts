import type { TableDescription } from "./table-description.js";

/** What the live view reads once: it follows from the contract and from how the sandbox was started. */
export interface Setup {
  /** The operations of the contract. */
  readonly operations: readonly string[];
  /** Those that respond from the contract's examples and schemas alone. */
  readonly withoutHandler: readonly string[];
  readonly tables: readonly TableDescription[];
  readonly faultKinds: readonly FaultKindDescription[];
  /** The seed of each account, in the order of the sandbox's options. */
  readonly seeds: readonly number[];
  /** Which account is shown, counted from 1. */
  readonly account: number;
}

/** A kind of fault, in the words of the page. */
export interface FaultKindDescription {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly fields: readonly FaultField[];
}

/** A field of a fault's form. */
export interface FaultField {
  readonly name: string;
  readonly label: string;
  /** What is filled in at first. */
  readonly value: string;
  readonly type: "number" | "text" | "choice" | "json";
  readonly choices?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** Left out of the fault where it is empty. */
  readonly optional?: boolean;
}
