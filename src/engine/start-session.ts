import { ChatPartialMachine } from "./chat-partial/chat-partial-machine.ts";
import { FlowFailure } from "./flow-failure.ts";
import { GraphMachine } from "./graph/graph-machine.ts";
import type { RunOptions } from "./run-options.ts";
import { MachineSession } from "./session/machine-session.ts";
import type { Machine } from "./session/machine.ts";
import { createRunScope, type RunScope } from "./session/run-scope.ts";
import type { Session } from "./session/session.ts";

/** Starts a conversation with its first message and runs it until it ends or waits. */
export async function startSession(options: RunOptions): Promise<Session> {
  const scope = createRunScope(options);
  const session = new MachineSession(createMachine(scope), scope);
  await session.start();
  return session;
}

function createMachine(scope: RunScope): Machine {
  const { place } = scope;
  if (place.project === undefined && place.namespace === undefined) return refusal;
  return scope.options.flow.environment === "chat-partial"
    ? new ChatPartialMachine(scope)
    : new GraphMachine(scope);
}

/** A session that is nowhere does not start. */
const refusal: Machine = {
  pause: undefined,
  state: undefined,
  component: "",
  begin: () => Promise.reject(nowhere()),
  resume: () => Promise.reject(nowhere()),
};

function nowhere(): FlowFailure {
  return new FlowFailure(
    "refused",
    "a flow runs in a project or in a namespace, and this session has neither",
  );
}
