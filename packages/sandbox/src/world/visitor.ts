import { between, createRandom, pick } from "./random.js";

/** Someone who visited a site: the same person in leads and in chats. */
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

const firstNames = ["Aada", "Amir", "Beatriz", "Chidi", "Dana", "Elias", "Freya", "Goran", "Hana", "Ivo", "Jane", "Kofi", "Leila", "Mateo", "Noor", "Olga", "Priya", "Quentin", "Rosa", "Sam", "Tuula", "Umar", "Vera", "Wen", "Yusuf", "Zoe"] as const;
const lastNames = ["Adler", "Berg", "Costa", "Doe", "Eriksson", "Fontaine", "Garcia", "Haddad", "Ito", "Jansen", "Korhonen", "Lindqvist", "Moreau", "Nowak", "Okafor", "Petrov", "Quist", "Rossi", "Silva", "Tanaka", "Ueda", "Virtanen", "Weber", "Yilmaz", "Zhang"] as const;
const mailHosts = ["example.com", "example.net", "example.org"] as const;
const languages = ["en", "en", "en", "fi", "sv", "de", "es", "fr"] as const;

/** Makes up the visitor of a number, always the same one. Hosts and phone numbers are reserved for examples. */
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

/** 555-0100 to 555-0199 are set aside for fiction in every area of North America. */
function fictionalPhone(number: number): string {
  return `+1202555${String(100 + number).padStart(4, "0")}`;
}
