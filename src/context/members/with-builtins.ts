import { layeredScope, scopeOf, type Scope } from "../../jinja/scope.ts";
import { contextMember } from "./context-member.ts";

/**
 * The members with `builtins` among them: the members once more as a dict, which a macro named
 * `ref` or `source` needs to call the one that it stands in for.
 */
export function withBuiltins(members: Scope): Scope {
  return layeredScope(scopeOf({ builtins: contextMember(() => members) }), members);
}
