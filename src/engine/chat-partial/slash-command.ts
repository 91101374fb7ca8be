/** A message that begins with a command. */
export interface SlashCommand {
  /** With its slash. */
  readonly name: string;
  /** What follows it, as it was written: lines and indentation of code are part of it. */
  readonly rest: string;
}

/** What commands stand for, in words of ours. */
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

/** What commands of the classic chat stand for besides, in words of ours. */
const classicExpansions: ReadonlyMap<string, string> = new Map([
  ["/include", "Take into account what I include here, and answer from it."],
  [
    "/summarize_comments",
    "Summarize the comments of what I am looking at: what was decided, what is open, and who said it.",
  ],
  [
    "/troubleshoot",
    "Find out why the job that I am looking at failed: name the root cause, and how to fix it.",
  ],
  [
    "/vulnerability_explain",
    "Explain the vulnerability that I am looking at: what it is, how it could be exploited, and how to fix it.",
  ],
]);

/** The command that shortens a conversation. */
export const compactCommand = "/compact";
/** The command that says which commands there are. */
export const helpCommand = "/help";
/** Commands after which a conversation begins anew. */
export const newCommands: readonly string[] = ["/clear", "/new", "/reset"];

/** The commands that the classic chat knows, sorted. */
export const classicCommands: readonly string[] = [
  ...expansions.keys(),
  ...classicExpansions.keys(),
  ...newCommands,
  helpCommand,
].toSorted();

/** The command of a message: its first word, when that has one slash, in front. */
export function slashCommand(text: string): SlashCommand | undefined {
  const [, name, rest = ""] = /^\s*(\/[^\s/]+)(?!\S)([\s\S]*)$/.exec(text.trimEnd()) ?? [];
  return name === undefined ? undefined : { name, rest: rest.replace(/^(?:\s*\n|\s+)/, "") };
}

/** Whether a chat knows a command; the classic one knows more. */
export function isKnownCommand({ name }: SlashCommand, isClassic: boolean): boolean {
  if (name === compactCommand || expansions.has(name)) return true;
  return isClassic && classicCommands.includes(name);
}

/** What a model reads in place of a command; any other text stays as it is. */
export function expandCommand(text: string, isClassic = false): string {
  const command = slashCommand(text);
  if (command === undefined) return text;
  const classic = isClassic ? classicExpansions.get(command.name) : undefined;
  const expansion = expansions.get(command.name) ?? classic;
  if (expansion === undefined) return text;
  return command.rest === "" ? expansion : `${expansion}\n\n${command.rest}`;
}
