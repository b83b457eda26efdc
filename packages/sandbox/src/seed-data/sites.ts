/** The sites and pages that visitors come from; every host is reserved for examples. */
export interface Site {
  readonly sid: string;
  readonly name: string;
  readonly host: string;
}

export const sites: readonly Site[] = [
  { sid: "site-1", name: "Example Clinic", host: "www.example.com" },
  { sid: "site-2", name: "Example Shop", host: "shop.example.net" },
  { sid: "site-3", name: "Example Help", host: "help.example.org" },
];

export interface Page {
  readonly path: string;
  readonly title: string;
}

export const pages: readonly Page[] = [
  { path: "/", title: "Home" },
  { path: "/pricing", title: "Pricing" },
  { path: "/booking", title: "Booking" },
  { path: "/products/starter", title: "Starter" },
  { path: "/support/chat", title: "Support" },
  { path: "/contact", title: "Contact" },
];

/** The channels of leads and chats, with the website three times, so that it is the most frequent. */
export const sources: readonly string[] = ["website", "website", "website", "mobile", "whatsapp", "email"];
