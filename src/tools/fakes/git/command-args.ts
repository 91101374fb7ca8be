/** Which options a command takes: `-m` to a name, with `=` for one that takes a value, with `?` for one that may. */
export type OptionNames = Readonly<Record<string, string>>;

/** Arguments of a command, apart. */
export interface CommandArgs {
  has(name: string): boolean;
  /** The last value of an option. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  /** What is no option, before `--`. */
  readonly operands: readonly string[];
  /** What follows `--`; undefined without one. */
  readonly paths: readonly string[] | undefined;
}

/** Takes arguments apart; undefined where there is an option that is not among the names. */
export function readArgs(args: readonly string[], names: OptionNames): CommandArgs | undefined {
  const end = args.indexOf("--");
  const words = end < 0 ? [...args] : args.slice(0, end);
  const found = new Map<string, string[]>();
  const operands: string[] = [];
  const note = (name: string, value: string): void => {
    const plain = name.replace(/[=?]$/, "");
    found.set(plain, [...(found.get(plain) ?? []), value]);
  };
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith("-") || word === "-") operands.push(word);
    else if (!readOption(word, { names, words, note })) return undefined;
  }
  return {
    has: (name) => found.has(name),
    value: (name) => found.get(name)?.at(-1),
    values: (name) => found.get(name) ?? [],
    operands,
    paths: end < 0 ? undefined : args.slice(end + 1),
  };
}

interface Reading {
  readonly names: OptionNames;
  /** What follows; an option's value is taken from it. */
  readonly words: string[];
  readonly note: (name: string, value: string) => void;
}

function readOption(word: string, reading: Reading): boolean {
  return word.startsWith("--") ? readLong(word, reading) : readShort(word.slice(1), reading);
}

function readLong(word: string, { names, words, note }: Reading): boolean {
  const equals = word.indexOf("=");
  const name = nameOf(names, equals < 0 ? word : word.slice(0, equals));
  if (name === undefined) return false;
  if (equals >= 0) {
    if (!/[=?]$/.test(name)) return false;
    note(name, word.slice(equals + 1));
    return true;
  }
  if (!name.endsWith("=")) {
    note(name, "");
    return true;
  }
  const value = words.shift();
  if (value === undefined) return false;
  note(name, value);
  return true;
}

/** Letters may stand together, and a value may follow its letter at once: `-am text`, `-n5`. `-5` is `-#`. */
function readShort(letters: string, { names, words, note }: Reading): boolean {
  const count = nameOf(names, "-#");
  if (count !== undefined && /^\d+$/.test(letters)) {
    note(count, letters);
    return true;
  }
  for (const [index, letter] of letters.split("").entries()) {
    const name = nameOf(names, `-${letter}`);
    if (name === undefined) return false;
    const rest = letters.slice(index + 1);
    if (name.endsWith("=") || (name.endsWith("?") && rest !== "")) {
      const value = rest === "" ? words.shift() : rest;
      if (value === undefined) return false;
      note(name, value);
      return true;
    }
    note(name, "");
  }
  return true;
}

function nameOf(names: OptionNames, option: string): string | undefined {
  return Object.hasOwn(names, option) ? names[option] : undefined;
}
