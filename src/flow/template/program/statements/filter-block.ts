import { type Frame, innerFrame } from "../../scope/frame.ts";
import { visitAll, visitSymbols } from "../../scope/visit-symbols.ts";
import type { FilterBlockNode } from "../../syntax/statement.ts";
import { isText, plain } from "../../values/kinds.ts";
import { typeNameOf } from "../../values/type-name.ts";
import { capture } from "../capture.ts";
import type { Compiler } from "../compiler.ts";
import { compileEnter } from "../enter-frame.ts";
import { mark } from "../mark.ts";
import type { Execute, Run } from "../run.ts";

/** `{% filter name %}…{% endfilter %}`. */
export function compileFilterBlock(
  node: FilterBlockNode,
  frame: Frame,
  compiler: Compiler,
): Execute {
  const captured = frame.symbols.table.next();
  const inside = innerFrame(frame, { captured });
  visitAll(node.body, inside.symbols);
  visitSymbols(node.filter, inside.symbols);
  const enter = compileEnter(inside, compiler);
  const body = compiler.statements(node.body, inside);
  const filter = compiler.expression(node.filter, inside);
  return (run) => {
    enter(run);
    run.slots[captured] = capture(body, run);
    const value = filter(run);
    mark(run, node.at);
    if (isText(value)) show(plain(value), run);
    else run.out.spoil(typeNameOf(value));
  };
}

function show(text: string, { host: { printed }, out, mainOut }: Run): void {
  out.write(printed !== undefined && out === mainOut ? printed(text) : text);
}
