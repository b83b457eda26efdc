import { counted } from "@serviceform/records";

/** The note on the elements of a list that were left out, since they are no objects and have no fields. */
export function leftOutNotes(noun: string, count: number): readonly string[] {
  return count === 0 ? [] : [`Left out ${counted(count, "elements")} of ${noun} without fields.`];
}
