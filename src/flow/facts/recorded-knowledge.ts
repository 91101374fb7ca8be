import type { FlowKnowledge, KnownPrompt, KnownResponseSchema } from "../inspect/flow-knowledge.ts";
import { lookUpVersion, type Versions } from "./look-up-version.ts";
import { promptFacts } from "./prompt-facts.ts";
import { responseSchemaFacts } from "./response-schema-facts.ts";
import { templateFacts } from "./template-facts.ts";

/**
 * What is recorded of the service's own registries, for whoever has no copy of them: which prompts and
 * response schemas there are, and which variables their templates use.
 */
export const recordedKnowledge: Pick<FlowKnowledge, "prompt" | "responseSchema" | "promptFile"> = {
  prompt: (id, constraint) => lookUpVersion(prompts(), { id: folderOf(id), constraint }),
  responseSchema: (id, constraint) => lookUpVersion(responseSchemas(), { id, constraint }),
  promptFile: (name) => templates().get(name),
};

/** The service makes a path of the id, in which `..` leads up and back into its folder. */
function folderOf(id: string): string {
  const segments: string[] = ["definitions"];
  for (const segment of id.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments[0] === "definitions" ? segments.slice(1).join("/") : id;
}

const prompts = once((): Versions<KnownPrompt> => {
  const byId = new Map<string, Map<string, KnownPrompt>>();
  for (const line of linesOf(promptFacts)) {
    const [, id = "", version = "", roles, variables = ""] =
      /^(\S+) (\S+)(?: \(([^)]*)\))?(?: (.*))?$/.exec(line) ?? [];
    const known = { roles: wordsOf(roles ?? "system user"), variables: wordsOf(variables) };
    byId.set(id, (byId.get(id) ?? new Map<string, KnownPrompt>()).set(version, known));
  }
  return byId;
});

const responseSchemas = once((): Versions<KnownResponseSchema> => {
  const byId = new Map<string, Map<string, KnownResponseSchema>>();
  for (const { id, version, title, definition } of responseSchemaFacts) {
    const versions = byId.get(id) ?? new Map<string, KnownResponseSchema>();
    byId.set(id, versions.set(version, { title, definition }));
  }
  return byId;
});

/** A text in the place of each file, with the variables and the references that the file has. */
const templates = once((): ReadonlyMap<string, string> => {
  return new Map(
    linesOf(templateFacts).map((line) => {
      const [head = "", references = ""] = line.split(" > ");
      const [name = "", ...variables] = wordsOf(head);
      const parts = [
        ...wordsOf(references).map((reference) => `{% include "${reference}" %}`),
        ...variables.map((variable) => `{{ ${variable} }}`),
      ];
      return [name, parts.join("")];
    }),
  );
});

function linesOf(facts: string): readonly string[] {
  return facts.trim().split("\n");
}

function wordsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

/** Most files ask for none of this, so that nothing is read before somebody does. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
