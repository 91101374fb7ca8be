import type { Flow } from "../model/flow.ts";
import type { Prompt } from "../model/prompt.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import { createTemplatePlace } from "./template-place.ts";
import { type PromptFiles, TemplateReader } from "./template-reader.ts";

/** What the templates of one of the flow's prompts use, or why they cannot be read. */
interface PromptReading {
  readonly prompt: Prompt;
  /** Undefined where a template cannot be read. */
  readonly variables: readonly string[] | undefined;
  /** Only the first time that somebody asks for the prompt. */
  readonly problems: readonly FlowProblem[];
}

/** Reads the flow's prompt of that id, if there is one. */
export type OwnPrompts = (id: string) => PromptReading | undefined;

/** The flow's own prompts, each read once; as in the service the last of one id counts. */
export function createOwnPrompts(flow: Flow, files: PromptFiles | undefined): OwnPrompts {
  const reader = new TemplateReader(createTemplatePlace(flow), files);
  const prompts = new Map(flow.prompts.map((prompt) => [prompt.id, prompt]));
  const read = new Map<Prompt, PromptReading>();
  return (id) => {
    const prompt = prompts.get(id);
    if (prompt === undefined) return undefined;
    const known = read.get(prompt);
    if (known !== undefined) return { ...known, problems: [] };
    const reading = readPrompt(prompt, reader);
    read.set(prompt, reading);
    return reading;
  };
}

function readPrompt(prompt: Prompt, reader: TemplateReader): PromptReading {
  const variables = new Set<string>();
  const problems: FlowProblem[] = [];
  for (const entry of prompt.entries) {
    for (const [index, text] of entry.texts.entries()) {
      const what = `the ${entry.role} template of prompt "${prompt.id}"`;
      const reading = reader.read(text, { what, source: { entry, index } });
      for (const name of reading.variables) variables.add(name);
      problems.push(...reading.problems);
    }
  }
  return { prompt, variables: problems.length > 0 ? undefined : [...variables], problems };
}
