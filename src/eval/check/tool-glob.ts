import { parseGlob } from "../../core/text/glob.ts";

/** Whether a check means several tools by one name. */
export function isToolGlob(name: string): boolean {
  return name.includes("*");
}

/** Tells whether a tool is meant by a name, in which `*` stands for any part. */
export function toolMatcher(name: string): (tool: string) => boolean {
  return isToolGlob(name) ? parseGlob(name).matches : (tool) => tool === name;
}
