import { NativeObject } from "./value.ts";

/** `text.format`, the one method that can be named; calling it is refused like every call. */
export class FormatMethod extends NativeObject {
  readonly typeName = "function";
  readonly repr: string;
  override readonly callable = true;

  constructor(owner: string, name: string) {
    super();
    this.repr = `<function ${owner}.${name} at 0x0>`;
  }
}
