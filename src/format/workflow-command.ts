/** What a command of a GitHub workflow says about a place in a file. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  /** Inclusive, as GitHub counts; left out where the end is on another line. */
  readonly endColumn?: number | undefined;
  readonly title: string;
  readonly message: string;
}

/** A line of a log that GitHub shows beside the file. Nothing in it can begin another command. */
export function workflowCommand(annotation: Annotation): string {
  const { level, file, line, endLine, column, endColumn, title, message } = annotation;
  const properties = [
    `file=${escapeProperty(file)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    `col=${column}`,
    ...(endColumn === undefined ? [] : [`endColumn=${endColumn}`]),
    `title=${escapeProperty(title)}`,
  ];
  return `::${level} ${properties.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
