import { join } from "node:path";

/** Where runs are when nobody says otherwise. */
const defaultReports = "reports";

/** The command that goes on with a run, for a shell. */
export function goOnCommand(run: string, reports: string): string {
  const name = reports === defaultReports ? run : join(reports, run);
  return `flowproof eval run --resume ${shellWord(name)}`;
}

function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
