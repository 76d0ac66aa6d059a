import { printEvent } from "../../events/main-events.ts";
import type { TableEffects } from "../agate/agate-object.ts";
import { absolutePath } from "../absolute-path.ts";
import type { Invocation } from "../invocation.ts";

/** What tables in templates do to the outside: they print to the console, and write in the project. */
export function tableEffects({ events, files, runtime }: Invocation): TableEffects {
  return {
    print: (text) => {
      events.emit(printEvent(text));
    },
    write: (path, text) => files.write(absolutePath(runtime.project.root, path), text),
  };
}
