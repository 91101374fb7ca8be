import type { LaxError, Refused } from "./lax-type.ts";

/** More of them help nobody, and a hostile value has an error in every place. */
const maxKept = 100;

/** Collects the errors of a value's parts: the first ones whole, the rest as a number. */
export class LaxErrors {
  private readonly kept: LaxError[] = [];
  private more = 0;

  add(error: LaxError): void {
    if (this.kept.length < maxKept) this.kept.push(error);
    else this.more += 1;
  }

  /** The errors of a part, as the whole reports them. */
  addInside(segment: string | number, { errors, more }: Refused): void {
    for (const error of errors) {
      if (this.kept.length < maxKept) this.kept.push({ ...error, path: [segment, ...error.path] });
      else this.more += 1;
    }
    this.more += more;
  }

  /** What the whole is refused with; undefined where it has no errors. */
  refused(): Refused | undefined {
    if (this.kept.length === 0) return undefined;
    return { ok: false, errors: this.kept, more: this.more };
  }
}
