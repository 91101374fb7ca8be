/**
 * An exception as Python would raise it while a template is read or rendered, by its class name.
 * It stays inside the interpreter; outside it becomes a `TemplateError` with a place.
 */
export class PythonException extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = new.target.name;
    this.type = type;
  }
}

/** Raises a Python exception; an expression, so that it can end a `switch` or a `??`. */
export function raise(type: string, message: string): never {
  throw new PythonException(type, message);
}

/** The template asked for more than its limits allow. Nothing inside a template can catch it. */
export class LimitReached extends Error {
  readonly limit: string;

  constructor(limit: string, message: string) {
    super(message);
    this.name = new.target.name;
    this.limit = limit;
  }
}
