/** An end-to-end case as one text file: files, a command, and what must come of it. */
export interface Scenario {
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string>>;
  /** File of the script that a simulator serves; the variables for base URLs then name it. */
  readonly simulator: string | undefined;
  /** What comes on standard input. */
  readonly stdin: string;
  /** The program that is called: `flowproof`, or one of its short-cuts. */
  readonly program: string;
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that must exist, or must not, after the command. */
  readonly exists: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Reads a scenario: a title on the first line after `# `, then sections that begin with `--- name
 * argument`. `stdout` and `stderr` are compared whole when they are given; a line `…` stands for any
 * number of lines, and `…` in a line for anything.
 */
export function parseScenario(text: string): Scenario {
  const [head = "", ...sections] = text.split(/^--- /m);
  const parts = sections.map((section) => {
    const [line = "", ...rest] = section.split("\n");
    const [name = "", ...argument] = line.trim().split(" ");
    return { name, argument: argument.join(" "), body: rest.join("\n") };
  });
  const bodyOf = (name: string) => parts.find((part) => part.name === name)?.body;
  const argumentsOf = (name: string) =>
    parts.filter((part) => part.name === name).map(({ argument }) => argument);
  const command = argumentsOf("command")[0] ?? "";
  return {
    title: head.replace(/^# /, "").trim(),
    files: new Map(
      parts.filter(({ name }) => name === "file").map(({ argument, body }) => [argument, body]),
    ),
    env: Object.fromEntries(
      argumentsOf("env").map((line) => [
        line.slice(0, line.indexOf("=")),
        line.slice(line.indexOf("=") + 1),
      ]),
    ),
    simulator: argumentsOf("simulator")[0],
    stdin: bodyOf("stdin") ?? "",
    program: command.split(" ")[0] ?? "",
    args: command.split(" ").slice(1),
    exit: Number(argumentsOf("exit")[0]),
    stdout: bodyOf("stdout") ?? "…",
    stderr: bodyOf("stderr") ?? "…",
    exists: argumentsOf("exists"),
    missing: argumentsOf("missing"),
  };
}

/** The pattern where the text fits it, else the text: compare it with the pattern to see the difference. */
export function fitted(actual: string, pattern: string): string {
  return matchesText(actual, pattern) ? pattern : actual.trimEnd();
}

/** Whether a text fits a pattern, in which a line `…` stands for any lines and `…` for anything. */
export function matchesText(actual: string, pattern: string): boolean {
  const escaped = pattern
    .trimEnd()
    .split("\n")
    .map((line) =>
      line === "…" ? "(?:.*\\n)*?.*" : line.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("\n")
    .replaceAll("…", ".*");
  return new RegExp(`^${escaped}$`).test(actual.trimEnd());
}
