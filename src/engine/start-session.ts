import { ChatPartialMachine } from "./chat-partial/chat-partial-machine.ts";
import { FlowFailure } from "./flow-failure.ts";
import { GraphMachine } from "./graph/graph-machine.ts";
import { heardModel } from "./heard-model.ts";
import type { RunOptions } from "./run-options.ts";
import { MachineSession } from "./session/machine-session.ts";
import type { Machine } from "./session/machine.ts";
import { createRunScope, type RunScope } from "./session/run-scope.ts";
import type { Session } from "./session/session.ts";

/** Starts a conversation with its first message and runs it until it ends or waits. */
export async function startSession(options: RunOptions): Promise<Session> {
  // The machine is made of the scope, and only the machine knows which component asks.
  let machine: Machine | undefined;
  const model = heardModel(options, () => machine?.component ?? "");
  const scope = createRunScope({ ...options, model });
  machine = createMachine(scope);
  const session = new MachineSession(machine, scope);
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
