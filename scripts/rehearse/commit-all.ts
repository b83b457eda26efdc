import { run } from "./run.ts";

/** Makes a copy a repository without uncommitted changes. */
export async function commitAll(root: string): Promise<void> {
  const git = (...args: string[]) => run("git", args, { cwd: root, env: process.env });
  await git("init", "--quiet", "--initial-branch", "main");
  await git("add", "--all");
  const author = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@localhost"];
  await git(...author, "commit", "--quiet", "--no-verify", "--message", "The tree before its changes");
}
