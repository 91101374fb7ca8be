/** What every way of writing a result down leaves as it is: no quotes, marks of HTML, line ends. */
const plain = /[A-Za-z0-9 .,:;+=/?-]+/g;

/** A part of an instruction by which it can be found in a result, however deep in JSON it stands. */
export function instructionProbe(instruction: string): string {
  const runs = instruction.match(plain) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}
