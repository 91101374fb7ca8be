import type { AgentOptions, AskOptions, CaseOptions, Question } from "./agent-options.ts";
import type { AgentRun } from "./agent-run.ts";
import { ask } from "./ask.ts";

/** An agent under test, with what all its cases share. */
export interface Agent {
  /**
   * Asks it in a test. What is said here counts more than what the agent says; mocks are added by tool.
   *
   * @throws AgentAssertionError when the case cannot pass: the flow failed, the provider, or a mock was missing.
   */
  ask(question: Question, options?: CaseOptions & AgentOptions): Promise<AgentRun>;
}

/** Says once what the cases of an agent share: flow, context, mocks, script, judge, limits. */
export function defineAgent(agent: AgentOptions): Agent {
  return { ask: (question, options = {}) => ask({ agent, question, options }) };
}

/**
 * Asks an agent in a test: plays every trial with the engine of `flowproof eval run`, records it, and gives
 * back what came of it, for the test to say what must hold.
 *
 * @throws AgentAssertionError when the case cannot pass: the flow failed, the provider, or a mock was missing.
 */
export function askAgent(question: Question, options: AskOptions = {}): Promise<AgentRun> {
  return ask({ agent: {}, question, options });
}
