import { AgentRun } from "./agent-run.ts";
import type { Session } from "./session.ts";

/** What a matcher needs of a run, and no user does. */
const sessions = new WeakMap<AgentRun, Session>();

/** Remembers the session behind a run. */
export function keepSession(run: AgentRun, session: Session): void {
  sessions.set(run, session);
}

/** The session behind a run; undefined for anything else. */
export function sessionOf(run: unknown): Session | undefined {
  return run instanceof AgentRun ? sessions.get(run) : undefined;
}
