import { PatternError } from "./pattern-error.ts";

/** The groups of a pattern that can be referred to, by number and by name. */
export class PatternGroups {
  private readonly closed: boolean[] = [];
  private readonly names = new Map<string, number>();
  private asked = 0;

  /** Opens the next group; the number is for closing it. */
  open(name?: string): number {
    const number = this.closed.push(false);
    if (name === undefined) return number;
    if (this.names.has(name)) throw new PatternError(`it has two groups named "${name}"`);
    this.names.set(name, number);
    return number;
  }

  close(number: number): void {
    this.closed[number - 1] = true;
  }

  /** A reference must lead to a group that has been closed before. */
  refer(name: string): void {
    const number = /^\d+$/.test(name) ? Number(name) : this.names.get(name);
    if (number === undefined || this.closed[number - 1] !== true) {
      throw new PatternError(`it refers to the group "${name}", which is not closed before`);
    }
  }

  /** A condition may ask for any group, also for one that comes later. */
  ask(name: string): void {
    const isNumber = /^\d+$/.test(name);
    if (isNumber ? Number(name) < 1 : !this.names.has(name)) {
      throw new PatternError(`it asks for the group "${name}", which it does not have`);
    }
    if (isNumber) this.asked = Math.max(this.asked, Number(name));
  }

  /** What has been asked for by number must be there in the end. */
  finish(): void {
    if (this.asked > this.closed.length) {
      throw new PatternError(`it asks for the group "${this.asked}", which it does not have`);
    }
  }
}
