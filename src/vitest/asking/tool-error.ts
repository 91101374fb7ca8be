/** An error of a tool, for the model to read. */
export class ToolError {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** What a function returns that answers for a tool, where the tool is to fail: `toolError("403 Forbidden")`. */
export function toolError(message: string): ToolError {
  return new ToolError(message);
}
