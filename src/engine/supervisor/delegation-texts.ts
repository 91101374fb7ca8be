import { delegateTool } from "./delegate-tool.ts";

interface DelegationTexts {
  readonly mixed: string;
  readonly several: string;
  readonly noAnswer: string;
  invalid(problem: string): string;
  exhausted(max: number): string;
  outOfRange(id: number, max: number): string;
  otherAgent(id: number, subagent: string): string;
  failed(subagent: string, problem: string): string;
}

/** What the model reads of a delegation that came to nothing. */
export const delegationTexts: DelegationTexts = {
  mixed: `${delegateTool} was called together with other tools, so none of these calls was carried out. Call it alone.`,
  several: `${delegateTool} was called more than once in a message, so none of these calls was carried out. Hand over one task at a time.`,
  noAnswer: "The agent gave no answer.",
  invalid: (problem: string): string =>
    `${delegateTool} was called with wrong arguments: ${problem}.`,
  exhausted: (max: number): string =>
    `All ${max} delegations are used up. Finish with what you have and give your final answer.`,
  outOfRange: (id: number, max: number): string =>
    max === 0
      ? `There is no subsession ${id}; none exists yet. Leave subsession_id out to begin one.`
      : `There is no subsession ${id}; the existing ones are 1 to ${max}.`,
  otherAgent: (id: number, subagent: string): string =>
    `Subsession ${id} is not one of ${subagent}. Use an id of that agent, or leave subsession_id out.`,
  failed: (subagent: string, problem: string): string =>
    `The agent "${subagent}" failed: ${problem}`,
};
