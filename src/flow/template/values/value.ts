import type { PyFloat } from "../../../core/python/py-float.ts";

/** What a template can hold: Python's plain data and the few objects that Jinja2 itself makes. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | PyFloat
  | Markup
  | ValueList
  | Tuple
  | Dict
  | Slice
  | Undefined
  | Generator
  | NativeObject;

/** Python's `list`. */
export type ValueList = readonly Value[];
/** A `dict` whose keys are strings, as the variables have them. */
export type TextDict = ReadonlyMap<string, Value>;
/** Python's `dict`. */
export type Dict = TextDict | KeyedDict;
/** Python's `str`, or one that is marked as safe HTML. */
export type Text = string | Markup;

/** A string marked as safe HTML. It only differs from a string where something is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Python's `tuple`. */
export class Tuple {
  readonly items: ValueList;

  constructor(items: ValueList) {
    this.items = items;
  }
}

/** What `groupby` gives: a pair whose parts also have names. */
export class GroupTuple extends Tuple {
  readonly grouper: Value;
  readonly list: ValueList;

  constructor(grouper: Value, list: ValueList) {
    super([grouper, list]);
    this.grouper = grouper;
    this.list = list;
  }
}

/** How a key is found: Python's hash and equality folded into one JavaScript value. */
export type DictKey = string | object;

/** A dict written in a template, whose keys need not be strings. */
export class KeyedDict {
  readonly items: ReadonlyMap<DictKey, readonly [key: Value, value: Value]>;

  constructor(items: ReadonlyMap<DictKey, readonly [key: Value, value: Value]>) {
    this.items = items;
  }
}

/** `start:stop:step` between brackets. */
export class Slice {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(start: Value, stop: Value, step: Value) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/** Where an undefined value comes from. */
export interface UndefinedOrigin {
  /** Said as it is instead of a message made from the rest. */
  readonly hint?: string | undefined;
  /** Where the name was looked for; absent when it was looked for among the variables. */
  readonly object?: Value;
  readonly name?: Value;
  readonly exception?: "UndefinedError" | "SecurityError";
  /** Printed as what was written instead of as nothing (`DebugUndefined`). */
  readonly debug?: boolean;
}

/** A name that is not there. It prints as nothing and fails when it is used. */
export class Undefined {
  readonly origin: UndefinedOrigin;

  constructor(origin: UndefinedOrigin) {
    this.origin = origin;
  }
}

/** Gives one value after another; JavaScript's `undefined` when there are no more. */
export interface Cursor {
  next(): Value | undefined;
}

/** An iterator of Python: read once, by whoever comes first. */
export class Generator implements Cursor {
  readonly typeName: string;
  readonly repr: string;
  private readonly source: Cursor;

  constructor(typeName: string, repr: string, source: Cursor) {
    this.typeName = typeName;
    this.repr = repr;
    this.source = source;
  }

  next(): Value | undefined {
    return this.source.next();
  }
}

/** An object of Jinja2's own: a macro, a loop, an imported template, a global function. */
export abstract class NativeObject {
  abstract readonly typeName: string;
  abstract readonly repr: string;
  readonly callable: boolean = false;

  /** What `str()` gives. */
  get text(): string {
    return this.repr;
  }

  /** What it is as HTML, for the objects that know. */
  get html(): string | undefined {
    return undefined;
  }

  /** A public attribute. A callable one may be given: nobody can call it. */
  attribute(_name: string): Value | undefined {
    return undefined;
  }

  /** `object[key]`, for the objects that have items. */
  item(_key: Value): Value | undefined {
    return undefined;
  }

  get length(): number | undefined {
    return undefined;
  }

  get cursor(): Cursor | undefined {
    return undefined;
  }
}
