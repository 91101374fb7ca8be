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
  if (place.project === undefined && place.namespace === undefined) return refusing(nowhere);
  const { flow, history = [] } = scope.options;
  if (flow.environment === "chat-partial") return new ChatPartialMachine(scope);
  return history.length === 0 ? new GraphMachine(scope) : refusing(noHistory);
}

/** What the agents of a graph have said stands in several histories, of which one conversation is none. */
function noHistory(): FlowFailure {
  const message =
    "only a chat with one agent (chat-partial) can go on with an earlier conversation, which is not supported for graphs";
  return new FlowFailure("not_supported", message);
}

/** A session that does not start. */
function refusing(failure: () => FlowFailure): Machine {
  return {
    pause: undefined,
    state: undefined,
    component: "",
    begin: () => Promise.reject(failure()),
    resume: () => Promise.reject(failure()),
  };
}

function nowhere(): FlowFailure {
  return new FlowFailure(
    "refused",
    "a flow runs in a project or in a namespace, and this session has neither",
  );
}
