import type { FlowProblem } from "../problem/flow-problem.ts";
import { TemplateError, templateVariables } from "../template/index.ts";
import { spanAt, type TemplatePlace, type TemplateSource } from "./template-place.ts";

/** Where templates find what they include; undefined for a file that is not there. */
export type PromptFiles = (name: string) => string | undefined;

/** What a template uses, and why it cannot be read. */
export interface TemplateReading {
  readonly variables: readonly string[];
  readonly problems: readonly FlowProblem[];
}

/** What is read, for messages, and where it stands. */
interface Template {
  /** Begins a message: `the system template of prompt "help"`. */
  readonly what: string;
  readonly source: TemplateSource;
}

/**
 * Reads templates and the files that they include, all of which must be there. Where nobody knows the
 * files, they count as empty, so that at least the templates' own variables are compared.
 */
export class TemplateReader {
  private readonly place: TemplatePlace;
  private readonly files: PromptFiles;

  constructor(place: TemplatePlace, files: PromptFiles = () => "") {
    this.place = place;
    this.files = files;
  }

  read(text: string, template: Template): TemplateReading {
    const absent: string[] = [];
    const files: PromptFiles = (name) => {
      const found = this.files(name);
      if (found === undefined) absent.push(name);
      return found ?? "";
    };
    try {
      const variables = templateVariables(text, { files });
      return { variables, problems: absent.map((name) => this.missing(text, template, name)) };
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const problems = absent.map((name) => this.missing(text, template, name));
      return { variables: [], problems: [...problems, this.broken(template, error)] };
    }
  }

  private broken({ what, source }: Template, error: TemplateError): FlowProblem {
    const { message, position, template, hint, code } = error;
    const rule = code === "TEMPLATE_NOT_FOUND" ? "E79" : "E78";
    // A position in an included file is none in this one.
    const span = position && template === undefined ? { position, length: 1 } : undefined;
    const told = `${what} cannot be read: ${message}`;
    return { ...this.place(source, span), rule, message: told, hint };
  }

  private missing(text: string, { what, source }: Template, name: string): FlowProblem {
    const offset = text.indexOf(name);
    const span = offset < 0 ? undefined : spanAt(text, offset, name.length);
    const by = span === undefined ? "names through another file" : "includes";
    return {
      ...this.place(source, span),
      rule: "E79",
      message: `${what} ${by} "${name}", which is not there`,
      hint: "correct the name, or name the folder of your prompts at registries.prompts in flowproof.yml",
    };
  }
}
