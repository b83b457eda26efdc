import type { TableDescription } from "./table-description.js";

/** Data that the live view reads once: it follows from the contract and from the options of the sandbox. */
export interface Setup {
  /** The operations of the contract. */
  readonly operations: readonly string[];
  /** The operations that respond only from the contract's examples and schemas. */
  readonly withoutHandler: readonly string[];
  readonly tables: readonly TableDescription[];
  readonly faultKinds: readonly FaultKindDescription[];
  /** The seed of each account, in the order of the sandbox's options. */
  readonly seeds: readonly number[];
  /** The account that is shown, counted from 1. */
  readonly account: number;
}

/** A kind of fault, described for the page. */
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
  /** The initial value. */
  readonly value: string;
  readonly type: "number" | "text" | "choice" | "json";
  readonly choices?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Whether an empty field is left out of the fault. */
  readonly optional?: boolean;
}
