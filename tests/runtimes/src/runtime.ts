import type { Control, Report } from "./control.ts";

/** Something that the tarballs run in. */
export interface Runtime {
  readonly name: string;
  /** Gets hold of it. Throws `RuntimeUnavailable` where that is up to the user. */
  prepare(): Promise<Prepared>;
}

export interface Prepared {
  readonly version: string;
  /** Runs the suite in a folder where the packages are installed. */
  run(consumer: string, control: Control): Promise<Report>;
}
