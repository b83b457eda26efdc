import type { Control, Report } from "./control.ts";

/** A runtime that runs the tarballs. */
export interface Runtime {
  readonly name: string;
  /** Installs or finds it. Throws `RuntimeUnavailable` if the user must install it. */
  prepare(): Promise<Prepared>;
}

export interface Prepared {
  readonly version: string;
  /** Runs the suite in a folder where the packages are installed. */
  run(consumer: string, control: Control): Promise<Report>;
}
