import type { PyDict } from "../../core/python/py-value.ts";
import { callsOf, type ChatMessage, textOf, type ToolMessage } from "../../model/index.ts";
import { requestEntry } from "../approval/request-entry.ts";
import { toEnvelopes } from "../context/envelopes.ts";
import { stepLimit } from "../graph/step-limit.ts";
import type { ContextEnvelope, ContextInputs } from "../run-options.ts";
import type { Machine, Pause } from "../session/machine.ts";
import type { ResumeEvent } from "../session/resume-event.ts";
import type { RunScope } from "../session/run-scope.ts";
import { applyUpdate } from "../state/apply-update.ts";
import type { FlowState, History, StateUpdate } from "../state/flow-state.ts";
import { flowStatus, type FlowStatus } from "../state/flow-status.ts";
import { initialState } from "../state/initial-state.ts";
import { refuseCall } from "../tools/refuse-call.ts";
import { uiEntry } from "../ui/create-ui-entry.ts";
import { chatAgentStep } from "./chat-agent-step.ts";
import { chatCommand, type ChatCommand } from "./chat-command.ts";
import type { ChatRun } from "./chat-run.ts";
import { chatTexts } from "./chat-texts.ts";
import { chatToolsStep } from "./chat-tools-step.ts";
import { compactChat } from "./compact-chat.ts";
import { contextByCategory, contextVariables } from "./context-values.ts";
import { buildPartialAgent, type PartialAgent } from "./partial-agent.ts";
import { firstPass, unsuppliedNames } from "./system-template.ts";

/** The service's own name for the history of its chat. */
const historyKey = "Chat Agent";
const answered: readonly [Pause, FlowStatus] = [
  { waitsFor: "input", asksFor: "reply" },
  flowStatus.inputRequired,
];
const undecided: readonly [Pause, FlowStatus] = [
  { waitsFor: "approval", asksFor: "decision" },
  flowStatus.toolApprovalRequired,
];

/** A chat with one agent: not a graph of the flow, but a loop of its own around the flow's agent. */
export class ChatPartialMachine implements Machine {
  readonly component: string;
  pause: Pause | undefined;
  state: FlowState | undefined;
  private readonly scope: RunScope;
  private readonly envelopes = new Map<ChatMessage, readonly ContextEnvelope[]>();
  private readonly cutOff = new WeakSet<ChatMessage>();
  private run: ChatRun | undefined;

  constructor(scope: RunScope) {
    this.scope = scope;
    this.component = scope.options.flow.components[0]?.name ?? "";
  }

  async begin(): Promise<void> {
    const { options } = this.scope;
    const envelopes = toEnvelopes(options.context.inputs);
    this.run = this.newRun(buildPartialAgent(options.flow, this.scope), envelopes);
    this.state = initialState(this.scope, this.contextOf(envelopes));
    this.write(options.history ?? []);
    await this.turn(this.run, { text: options.goal, envelopes });
  }

  /** Without additional context of its own, a later request sees the system text of the one before. */
  async resume(event: ResumeEvent, inputs: ContextInputs | undefined): Promise<void> {
    if (this.run === undefined) return;
    const asked = this.pause?.asksFor;
    // With nothing to decide and nothing new to answer, the service does not ask the model either.
    if (asked === "reply" && !("message" in event)) return;
    this.pause = undefined;
    if (asked === "decision" && event.type !== "response") {
      await this.decided(this.run, event);
      return;
    }
    if (!("message" in event)) return;
    this.write([...this.history, ...this.cancelPending(chatTexts.canceledCall)]);
    const shown = { type: "user", subType: null, content: event.message, component: null } as const;
    this.write(this.history, { uiChatLog: [uiEntry(this.scope, { ...shown, status: null })] });
    const envelopes = toEnvelopes(inputs);
    if (inputs !== undefined) this.run = this.newRun(this.run.agent, envelopes);
    await this.turn(this.run, { text: event.message, envelopes });
  }

  private async decided(
    run: ChatRun,
    event: Exclude<ResumeEvent, { readonly type: "response" }>,
  ): Promise<void> {
    if (event.type !== "approve") {
      const reason =
        event.type === "modify" ? chatTexts.canceledBecause(event.message) : chatTexts.canceledCall;
      this.write([...this.history, ...this.cancelPending(reason)]);
    }
    this.write(this.history, { status: flowStatus.execution });
    await this.go(run, event.type === "approve" ? "tools" : "agent");
  }

  /** Results for calls that wait for the user's decision and will not be executed. */
  private cancelPending(reason: string): readonly ToolMessage[] {
    const last = this.history.at(-1);
    const calls = last?.role === "assistant" ? callsOf(last.parts) : [];
    return calls.map((call) =>
      refuseCall(call, reason, { component: this.component, scope: this.scope }),
    );
  }

  /** The first pass over the system text happens once for each request, because its context may differ. */
  private newRun(agent: PartialAgent, envelopes: readonly ContextEnvelope[]): ChatRun {
    const { scope } = this;
    const variables = contextVariables(agent.inputs, this.contextOf(envelopes));
    const system = firstPass(agent, variables, scope);
    for (const name of unsuppliedNames(system, scope)) {
      const text = `nothing supplies "${name}", which the system text uses: it is empty`;
      scope.recorder.note(agent.component, "no_effect", text);
    }
    return { agent, scope, system, envelopes: this.envelopes, cutOff: this.cutOff };
  }

  /** In a chat of ours templates read files as well, which are texts. */
  private contextOf(envelopes: readonly ContextEnvelope[]): PyDict {
    return contextByCategory(envelopes, this.scope.options.chat?.isClassic === true);
  }

  private async turn(
    run: ChatRun,
    request: { readonly text: string; readonly envelopes: readonly ContextEnvelope[] },
  ): Promise<void> {
    const { recorder } = this.scope;
    const { text, envelopes } = request;
    const message: ChatMessage = { role: "user", text };
    this.envelopes.set(message, envelopes);
    recorder.entered(this.component);
    const before = this.history;
    this.write([...before, message], { status: flowStatus.execution });
    const command = chatCommand(text, this.scope.options.chat?.isClassic === true);
    if (command === undefined) await this.go(run, "agent");
    else await this.obey(run, command, before);
  }

  /** Commands end the turn without an answer of the agent. What they do to the conversation, it is not told. */
  private async obey(run: ChatRun, command: ChatCommand, before: History): Promise<void> {
    if (command.type === "answer") {
      const parts = [{ type: "text", text: command.text }] as const;
      this.write([...this.history, { role: "assistant", parts }]);
      this.wait(...answered);
      return;
    }
    const { history, answer } =
      command.type === "new"
        ? { history: [], answer: chatTexts.begunAnew }
        : await compactChat(run, before, command.focus);
    this.write(history);
    this.wait(...answered);
    this.scope.recorder.answer = answer;
  }

  /** Agent and tools take turns until the agent answers or the user has to agree to its calls. */
  private async go(run: ChatRun, first: "agent" | "tools"): Promise<void> {
    const { limits, options } = this.scope;
    let part = first;
    for (let steps = 1; ; steps += 1) {
      options.signal?.throwIfAborted();
      if (part === "tools") {
        this.write(await chatToolsStep(run, this.history));
        part = "agent";
      } else {
        const { history, next, asked } = await chatAgentStep(run, this.history);
        const uiChatLog = asked.map((call) => requestEntry(call, this.component, this.scope));
        this.write(history, { uiChatLog });
        if (next === "tools") part = "tools";
        else this.wait(...(next === "user" ? answered : undecided));
      }
      if (steps >= limits.maxSupersteps) throw stepLimit(steps);
      if (this.pause !== undefined) return;
    }
  }

  private wait(pause: Pause, status: FlowStatus): void {
    const last = this.history.at(-1);
    this.write(this.history, { status });
    this.scope.recorder.answer = last?.role === "assistant" ? textOf(last.parts) : "";
    this.pause = pause;
  }

  private get history(): History {
    return this.state?.conversationHistory.get(historyKey) ?? [];
  }

  private write(history: History, update: StateUpdate = {}): void {
    if (this.state === undefined) return;
    this.state = applyUpdate(this.state, {
      ...update,
      conversationHistory: new Map([[historyKey, history]]),
    });
  }
}
