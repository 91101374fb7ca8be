import type { Clock } from "../src/core/clock.ts";
import type { Files } from "../src/core/files.ts";
import type { Random } from "../src/core/random.ts";

export interface Terminal {
  /** Whether standard error is a terminal that may be animated. */
  readonly live: boolean;
  /** Whether standard output, and standard error, may be colored. */
  readonly color: { readonly stdout: boolean; readonly stderr: boolean };
  readonly columns: number;
}

/** Everything a command may touch of the outside world. Tests build their own. */
export interface CliContext {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Everything that comes on standard input; waits for its end. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Asks the user for a yes; undefined where nobody can be asked. */
  readonly confirm?: ((question: string) => Promise<boolean>) | undefined;
  /** Names a secret that nothing may print from now on. */
  readonly hide?: ((secret: string) => void) | undefined;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly terminal: Terminal;
  readonly files: Files;
  readonly clock: Clock;
  /** Where the names of runs come from; left out for the system's own. */
  readonly random?: Random | undefined;
  /** Aborts when the user interrupts the program. */
  readonly signal: AbortSignal;
  readonly versions: { readonly flowproof: string; readonly node: string };
}
