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
  /** The record before it, or after the first one, without its traits. */
  neighbor(): Element;
}

/** The first records show every trait once; of the others each trait hits one in twenty. */
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
    // Chosen before any is applied, so that what one draws does not decide whether the next is there.
    const chosen = traits.filter((_, position) => isChosen(position));
    return chosen.reduce((element, trait) => trait.apply(element, context), make(birth));
  };
}

function neighborOf(birth: Birth): Birth {
  return { ...birth, index: birth.index === 0 ? 1 : birth.index - 1 };
}
