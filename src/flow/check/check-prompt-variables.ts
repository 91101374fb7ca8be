import { suggest } from "../../core/text/suggest.ts";
import type { FlowKnowledge } from "../inspect/flow-knowledge.ts";
import type { PromptingComponent } from "../model/component-base.ts";
import type { FlowComponent } from "../model/component.ts";
import type { Flow } from "../model/flow.ts";
import type { IOKey } from "../model/io-key.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { type CheckContext, fieldOf, unreadIn } from "./flow-check.ts";
import { createOwnPrompts, type OwnPrompts } from "./own-prompts.ts";
import { promptCoverage } from "./prompt-coverage.ts";

type Prompting = PromptingComponent & FlowComponent;

/** The templates of a prompt that is used can be read, and their variables are its component's inputs. */
export function checkPromptVariables(
  { flow, problems }: FlowDraft,
  { knowledge, dryRun }: CheckContext,
): readonly FlowProblem[] {
  if (flow.version === "experimental") return [];
  const unread = unreadIn(problems, "inputs");
  const reader: Reader = {
    flow,
    knowledge,
    own: createOwnPrompts(flow, knowledge.promptFile),
    unreadPrompts: unreadIn(problems, "prompt_template"),
  };
  return flow.components.flatMap((component): readonly FlowProblem[] => {
    if (!("promptId" in component)) return [];
    const used = readPrompt(reader, component);
    if (used === undefined) return [];
    // An input that could not be read may be the one that is wanted.
    if (used.variables === undefined || unread.has(component.at[1])) return used.problems;
    const { missing, extra } = promptCoverage(component, used.variables);
    return [
      ...missing.map((name) => missingInput(flow, { component, used, name })),
      ...(dryRun && used.isWhole ? unusedInputs(flow, { component, used, extra }) : []),
    ];
  });
}

interface Reader {
  readonly flow: Flow;
  readonly knowledge: FlowKnowledge;
  readonly own: OwnPrompts;
  /** Prompts, by their index, of which a part could not be read. */
  readonly unreadPrompts: ReadonlySet<unknown>;
}

/** What a component's prompt uses; no variables where it cannot be read. */
interface UsedPrompt {
  /** For messages: `its prompt "help"`. */
  readonly what: string;
  readonly variables: readonly string[] | undefined;
  /** Whether these are all that it uses. */
  readonly isWhole: boolean;
  readonly problems: readonly FlowProblem[];
}

/** A version means the registry, even where the flow has a prompt of that id; an unknown prompt is no error. */
function readPrompt(reader: Reader, component: Prompting): UsedPrompt | undefined {
  const { flow, knowledge, own, unreadPrompts } = reader;
  const { promptId: id, promptVersion: constraint } = component;
  const what = `its prompt "${id}"`;
  if (constraint === undefined) {
    const reading = own(id);
    return reading && { what, isWhole: !unreadPrompts.has(reading.prompt.at[1]), ...reading };
  }
  const lookup = knowledge.prompt?.(id, constraint);
  if (lookup?.found !== true) return undefined;
  const { value, version } = lookup;
  if (value.broken === undefined) {
    const { variables } = value;
    return { what: `${what} (${version} of the registry)`, variables, isWhole: true, problems: [] };
  }
  const rule = value.broken.reason === "syntax" ? "E78" : "E79";
  const message = `a template of the prompt "${id}" (${version} of the registry) cannot be read: ${value.broken.message}`;
  const problem: FlowProblem = {
    ...fieldOf(flow, component, "prompt_id"),
    rule,
    message,
    hint: "mend it in the registry, or use another version",
  };
  return { what, variables: undefined, isWhole: false, problems: [problem] };
}

interface Missing {
  readonly component: Prompting;
  readonly used: UsedPrompt;
  readonly name: string;
}

function missingInput(flow: Flow, { component, used, name }: Missing): FlowProblem {
  const given = component.inputs.map(({ variable }) => variable);
  const message = `component "${component.name}" has no input "${name}", which ${used.what} uses`;
  const near = suggest(name, given);
  const hint =
    near === undefined
      ? `add an input with "as: ${name}", or take the variable out of the prompt`
      : `its input "${near}" looks like it`;
  return { ...fieldOf(flow, component, "inputs"), rule: "E80", message, hint };
}

interface Unused {
  readonly component: Prompting;
  readonly used: UsedPrompt;
  readonly extra: readonly string[];
}

function unusedInputs(flow: Flow, { component, used, extra }: Unused): readonly FlowProblem[] {
  const unused = new Set(extra);
  return component.inputs
    .filter(({ variable }) => unused.has(variable))
    .map((input): FlowProblem => {
      if (input.at.length === component.at.length) return unusedGoal(component, used);
      const { variable } = input;
      const message = `component "${component.name}" has the input "${variable}", which ${used.what} does not use`;
      const near = suggest(variable, used.variables ?? []);
      const hint = near === undefined ? hintFor(component, input) : `did you mean "${near}"?`;
      return { ...fieldOf(flow, input, "as"), rule: "E81", message, hint };
    });
}

function hintFor({ type }: Prompting, { variable }: IOKey): string {
  const other = type === "AgentComponent" ? ", or say optional: true" : "";
  return `remove it, or use {{ ${variable} }} in the prompt${other}`;
}

/** The input that a one-off component has where it writes none. */
function unusedGoal({ name, at, range }: Prompting, { what }: UsedPrompt): FlowProblem {
  const message = `component "${name}" has no inputs and so the input "goal", which ${what} does not use`;
  const hint = "give it the inputs that the prompt uses, or use {{ goal }} in the prompt";
  return { at, range, rule: "E81", message, hint };
}
