import { between, createRandom, pick } from "./random.js";

/** A visitor of a site: the same person in leads and in chats. */
export interface Visitor {
  readonly uid: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly businessPhone: string;
  readonly language: string;
  readonly mobile: boolean;
}

const firstNames = "Aada Amir Beatriz Chidi Elias Freya Hana Ivo Jane Kofi Leila Mateo Noor Priya Tuula Wen Zoe".split(
  " ",
);
const lastNames = "Adler Berg Costa Doe Eriksson Garcia Haddad Ito Korhonen Moreau Nowak Okafor Rossi Weber".split(" ");
const mailHosts = ["example.com", "example.net", "example.org"];
/** English three times, so that it is the most frequent. */
const languages = ["en", "en", "en", "fi", "sv", "de", "es", "fr"];

/** Creates the visitor with a number, always the same one. Hosts and phone numbers are reserved for examples. */
export function createVisitor(seed: number, number: number): Visitor {
  const random = createRandom(seed, "visitor", number);
  const firstName = pick(random, firstNames);
  const lastName = pick(random, lastNames);
  return {
    uid: `user-${number + 1}`,
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email: `${firstName}.${lastName}.${number + 1}@${pick(random, mailHosts)}`.toLowerCase(),
    phone: fictionalPhone(between(random, 0, 99)),
    businessPhone: fictionalPhone(between(random, 0, 99)),
    language: pick(random, languages),
    mobile: random() < 0.4,
  };
}

/** 555-0100 to 555-0199 are reserved for fiction in every area of North America. */
function fictionalPhone(number: number): string {
  return `+1202555${String(100 + number).padStart(4, "0")}`;
}
