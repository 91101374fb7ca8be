import type { JsonObject } from "../../../core/json.ts";
import type { SuitePath } from "../suite-reader.ts";

/** Where a part of a case comes from. */
export interface PartOrigin {
  /** The column that says it; undefined for what a template says of all rows. */
  readonly column?: string | undefined;
  /** Where in the template. */
  readonly template?: SuitePath | undefined;
}

/** A case made of a row, and where each part of it comes from. */
export interface BuiltCase {
  readonly value: JsonObject;
  /** Of the nearest part around a path that is known. */
  readonly originOf: (path: SuitePath) => PartOrigin | undefined;
}

/** Remembers origins by path. */
export class Origins {
  private readonly known = new Map<string, PartOrigin>();

  set(path: SuitePath, origin: PartOrigin): void {
    this.known.set(JSON.stringify(path), origin);
  }

  nearest(path: SuitePath): PartOrigin | undefined {
    for (let length = path.length; length >= 0; length -= 1) {
      const found = this.known.get(JSON.stringify(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
