/** What a git command leaves behind besides its changes: what a terminal would show. */
export interface GitResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that worked. */
export function done(stdout = "", stderr = ""): GitResult {
  return { exitCode: 0, stdout, stderr };
}

/** A command that git refuses: `fatal: …`, exit code 128. */
export function fatal(message: string): GitResult {
  return { exitCode: 128, stdout: "", stderr: `fatal: ${message}\n` };
}

/** A command that did not work out: `error: …`, exit code 1. */
export function failed(message: string): GitResult {
  return { exitCode: 1, stdout: "", stderr: `error: ${message}\n` };
}
