import { NativeObject, type Value } from "../../values/value.ts";

/** A function or class of Jinja2's own. It is true, it can be printed, and it cannot be called. */
class GlobalObject extends NativeObject {
  readonly typeName: string;
  readonly repr: string;
  override readonly callable = true;
  private readonly methods: ReadonlySet<string>;

  constructor(typeName: string, repr: string, methods: readonly string[] = []) {
    super();
    this.typeName = typeName;
    this.repr = repr;
    this.methods = new Set(methods);
  }

  /** A method is as good as the class: neither can be called. */
  override attribute(name: string): Value | undefined {
    return this.methods.has(name) ? this : undefined;
  }
}

const dictMethods = [
  "clear",
  "copy",
  "fromkeys",
  "get",
  "items",
  "keys",
  "pop",
  "popitem",
  "setdefault",
  "update",
  "values",
];

/** The names that every template knows. */
export const globalValues: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["range", new GlobalObject("function", "<function safe_range at 0x0>")],
  ["dict", new GlobalObject("type", "<class 'dict'>", dictMethods)],
  ["lipsum", new GlobalObject("function", "<function generate_lorem_ipsum at 0x0>")],
  ["cycler", new GlobalObject("type", "<class 'jinja2.utils.Cycler'>", ["next", "reset"])],
  ["joiner", new GlobalObject("type", "<class 'jinja2.utils.Joiner'>")],
  ["namespace", new GlobalObject("type", "<class 'jinja2.utils.Namespace'>")],
]);
