import { createRandom, type Random } from "../random.js";
import type { Birth } from "../timeline.js";

/** An oddity that real data has. Every record stays valid by the contract. */
export interface Trait<Element> {
  readonly name: string;
  /** The mistake that it finds. */
  readonly catches: string;
  apply(element: Element, context: TraitContext<Element>): Element;
}

export interface TraitContext<Element> {
  readonly random: Random;
  /** The end of the seed data, in epoch milliseconds. */
  readonly end: number;
  /** The previous record without its traits; for the first record, the next one. */
  neighbor(): Element;
}

/** The first records show every trait once; later, each trait affects one record in twenty. */
export const SHOWCASE_LENGTH = 12;
const CHANCE = 0.05;

/** Creates records with the irregularities of real ones. */
export function withTraits<Element>(
  traits: readonly Trait<Element>[],
  make: (birth: Birth) => Element,
): (birth: Birth) => Element {
  return (birth) => {
    const { stream, index, end } = birth;
    const random = createRandom(stream, "traits", index);
    const context = { random, end, neighbor: () => make(neighborOf(birth)) };
    const isChosen = (position: number): boolean =>
      index < SHOWCASE_LENGTH ? position % SHOWCASE_LENGTH === index : random() < CHANCE;
    // All are chosen before any is applied, so that the random numbers of one do not determine whether the next is
    // applied.
    const chosen = traits.filter((_, position) => isChosen(position));
    return chosen.reduce((element, trait) => trait.apply(element, context), make(birth));
  };
}

function neighborOf(birth: Birth): Birth {
  return { ...birth, index: birth.index === 0 ? 1 : birth.index - 1 };
}
