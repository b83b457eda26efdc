import { connect } from "node:net";
import { createServer } from "node:tls";
import { type Listening, listen } from "../../src/listen.ts";
import { loadTool } from "../../src/load-tool.ts";
import { pipeBoth } from "./forward-proxy.ts";

interface Pair {
  readonly key: string;
  readonly cert: string;
}

interface Mkcert {
  createCA(options: object): Promise<Pair>;
  createCert(options: object): Promise<Pair>;
}

export interface TlsServer extends Listening {
  /** The certificate of the authority, in PEM. */
  readonly ca: string;
}

/** Serves a port over TLS too, with a certificate of an unknown authority. */
export async function serveTls(port: number): Promise<TlsServer> {
  const { module } = await loadTool<Mkcert>("proxy", "mkcert");
  const name = { organization: "Test CA", countryCode: "FI", state: "Uusimaa", locality: "Helsinki", validity: 1 };
  const ca = await module.createCA(name);
  const { key, cert } = await module.createCert({ domains: ["127.0.0.1"], validity: 1, ca });
  const server = createServer({ key, cert }, (client) => pipeBoth(client, connect(port, "127.0.0.1")));
  return { ...(await listen(server, "https")), ca: ca.cert };
}
