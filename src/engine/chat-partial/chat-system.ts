import type { SystemBlock } from "../../model/index.ts";
import type { SessionPlace } from "../context/place-context.ts";
import { chatTexts } from "./chat-texts.ts";
import type { PartialAgent } from "./partial-agent.ts";

/** The system messages of one call: the agent's text, the security policy, and what is true just now. */
export function chatSystem(
  agent: PartialAgent,
  text: string,
  now: { readonly date: string; readonly place: SessionPlace },
): readonly SystemBlock[] {
  const { denied } = agent.toolset;
  return [
    { text, cache: true },
    { text: agent.securityBlock, cache: true },
    ...(denied.length === 0 ? [] : [{ text: chatTexts.deniedTools(denied) }]),
    { text: dynamicText(now.date, now.place) },
  ];
}

function dynamicText(date: string, { project, namespace }: SessionPlace): string {
  const lines = [`Today is ${date}. Times are in UTC.`];
  if (project !== undefined) {
    lines.push(
      `The user is in the project ${project.path} (id ${project.id}, default branch ${project.defaultBranch}): ${project.webUrl}`,
      `A link that begins with ${project.webUrl}/ points into this project; what follows /-/ says to which part of it.`,
    );
  }
  if (namespace !== undefined) {
    lines.push(
      `The user is in the namespace ${namespace.path} (id ${namespace.id}): ${namespace.webUrl}`,
    );
  }
  return lines.join("\n");
}
