/** A message that begins with a command. */
export interface SlashCommand {
  /** With its slash. */
  readonly name: string;
  readonly rest: string;
}

const expansions: ReadonlyMap<string, string> = new Map([
  [
    "/explain",
    "Explain the code or the text that I refer to, so that somebody new to it understands it.",
  ],
  [
    "/refactor",
    "Refactor the code that I refer to, keeping its behavior, and say what you changed and why.",
  ],
  ["/tests", "Write tests for the code that I refer to, including its edge cases."],
  ["/fix", "Find and fix the problems in the code that I refer to, and say what was wrong."],
]);

/** The command that shortens a conversation; it is not built. */
export const compactCommand = "/compact";

/** The command of a message: its first word, when that has one slash, in front. */
export function slashCommand(text: string): SlashCommand | undefined {
  const [name = "", ...rest] = text.trim().split(/\s+/);
  const isCommand = name.length > 1 && name.startsWith("/") && !name.slice(1).includes("/");
  return isCommand ? { name, rest: rest.join(" ") } : undefined;
}

export function isKnownCommand({ name }: SlashCommand): boolean {
  return name === compactCommand || expansions.has(name);
}

/** What a model reads in place of a command; any other text stays as it is. */
export function expandCommand(text: string): string {
  const command = slashCommand(text);
  const expansion = command === undefined ? undefined : expansions.get(command.name);
  if (command === undefined || expansion === undefined) return text;
  return command.rest === "" ? expansion : `${expansion}\n\n${command.rest}`;
}
