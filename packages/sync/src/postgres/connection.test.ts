import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { connect, explainConnectError } from "./connection.js";

test("a server that accepts the connection and never responds is given up on after 30 s", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());

  const accepted = once(server, "connection");
  const { port } = server.address() as AddressInfo;
  const connecting = connect(`postgres://127.0.0.1:${port}/leads`).catch((error: Error) => error.message);
  const [socket]: Socket[] = await accepted;
  const closed = once(socket as Socket, "close");
  socket?.resume();
  await vi.advanceTimersByTimeAsync(29_999);
  expect(await Promise.race([connecting, "pending"])).toBe("pending");
  await vi.advanceTimersByTimeAsync(1);
  expect(await connecting).toBe("connection to PostgreSQL timed out after 30000 ms");
  await closed;
});

test("a connection that no address of a name accepts fails with the reason of each", () => {
  const reasons = ["connect ECONNREFUSED ::1:5432", "connect ECONNREFUSED 127.0.0.1:5432"];
  // As Node.js throws it for localhost.
  const error = new AggregateError(reasons.map((reason) => new Error(reason)));
  expect(explainConnectError(error, "postgres://localhost").message).toBe(reasons.join(", "));
});

test("a certificate that cannot be read is named, without the password", async () => {
  const connecting = connect("postgres://mirror:secret@127.0.0.1:1/leads?sslrootcert=/none/ca.pem");
  await expect(connecting).rejects.toThrow(
    /^connectionString must name files that can be read \(ENOENT: \/none\/ca\.pem\)$/,
  );
});

test("a part of the password that is read as the host is not shown", () => {
  const error = Object.assign(new Error("getaddrinfo ENOTFOUND secret"), { hostname: "secret" });
  const messageFor = (connectionString: string) => explainConnectError(error, connectionString).message;
  expect(messageFor("postgres://mirror:very@secret/x@127.0.0.1/leads")).toBe(
    "connectionString must be a URL with one host, and characters such as / and # in its password as %2F and %23",
  );
  expect(messageFor("postgres://mirror:x@secret/leads")).toBe("getaddrinfo ENOTFOUND secret");
});

test("a server that asks for a password finds none, which the message says", () => {
  // As `pg` throws it for SCRAM.
  const error = new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string");
  expect(explainConnectError(error, "postgres://mirror@127.0.0.1/leads").message).toBe(
    "PostgreSQL requires a password: in the URL, or in PGPASSWORD",
  );
});
