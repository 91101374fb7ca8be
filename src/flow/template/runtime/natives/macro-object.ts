import { NativeObject, type Tuple, type Value } from "../../values/value.ts";

/** A macro as a value. */
export class MacroObject extends NativeObject {
  readonly typeName = "Macro";
  readonly repr: string;
  override readonly callable = true;
  private readonly attributes: ReadonlyMap<string, Value>;

  constructor(name: string, parameters: Tuple, used: ReadonlySet<string>) {
    super();
    this.repr = `<Macro '${name}'>`;
    this.attributes = new Map<string, Value>([
      ["name", name],
      ["arguments", parameters],
      ["caller", used.has("caller")],
      ["catch_kwargs", used.has("kwargs")],
      ["catch_varargs", used.has("varargs")],
      ["explicit_caller", parameters.items.includes("caller")],
    ]);
  }

  override attribute(name: string): Value | undefined {
    return this.attributes.get(name);
  }
}
