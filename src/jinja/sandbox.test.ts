import { describe, expect, test } from "vitest";
import { jinjaErrorType } from "../errors/jinja-errors.ts";
import { Environment, hostFunction, PyDict, scopeOf } from "../jinja.ts";

const environment = new Environment();

class Secret {
  readonly token = "t0p";
  reveal(): string {
    return this.token;
  }
}

/** What templates can take hold of. */
const context = {
  text: "abc",
  number: 5,
  list: [1],
  dict: { a: 1 },
  plain: () => 1,
  host: hostFunction("host", () => 1),
  secret: new Secret(),
};

/** Names that lead out of JavaScript objects. */
const WAYS_OUT = [
  "constructor",
  "__proto__",
  "prototype",
  "__defineGetter__",
  "__lookupGetter__",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "call",
  "apply",
  "bind",
  "caller",
  "arguments",
  "length",
  "__class__",
  "__globals__",
  "__subclasses__",
  "mro",
];

describe("the sandbox", () => {
  test.each(WAYS_OUT)("has nothing under the name %s, by dot or brackets", (name) => {
    for (const value of Object.keys(context).filter((key) => key !== "secret")) {
      for (const access of [
        `${value}.${name}`,
        `${value}['${name}']`,
        `(${value}|attr('${name}'))`,
      ]) {
        const text = `{{ ${access} is defined and ${access} is not none }}`;
        expect(environment.fromString(text).render(context), access).toBe("False");
      }
    }
  });

  test("finds no way to Function, however the call is written", () => {
    for (const text of [
      "{{ plain.constructor('return 1')() }}",
      "{{ list.constructor.constructor('return globalThis')() }}",
      "{{ ''['constructor']['constructor']('x')() }}",
      "{{ (dict.items).constructor('x') }}",
      "{{ namespace().constructor('x') }}",
      "{{ loop.constructor }}{% for x in list %}{{ loop.constructor('x') }}{% endfor %}",
      "{% macro m() %}{% endmacro %}{{ m.constructor('x') }}",
      "{{ '{0.constructor.constructor}'.format(plain).x.y }}",
      "{{ host['__proto__'].call }}",
    ]) {
      let error: unknown;
      try {
        environment.fromString(text).render(context);
      } catch (caught) {
        error = caught;
      }
      expect(jinjaErrorType(error), text).toMatch(/UndefinedError|SecurityError/);
    }
  });

  test("treats names of JavaScript as data", () => {
    const text =
      "{% set d = {'__proto__': 1, 'constructor': 2} %}{% do d.update({'toString': 3}) %}" +
      "{{ d }} {{ d.constructor }} {{ d['__proto__'] }} {{ {}['__proto__'] is defined }}";
    expect(environment.fromString(text).render()).toBe(
      "{'__proto__': 1, 'constructor': 2, 'toString': 3} 2 1 False",
    );
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  test("cannot reach names of the code around it", () => {
    const names = [
      "globalThis",
      "process",
      "require",
      "rt",
      "ctx",
      "source",
      "filters",
      "str",
      "o0",
      "P",
      "arguments",
      "this",
      "eval",
      "M",
    ];
    for (const name of names) {
      expect(environment.fromString(`{{ ${name} is defined }}`).render(), name).toBe("False");
    }
  });

  test("may use names that mean something to JavaScript as its own", () => {
    const text =
      "{% set await = 1 %}{% set this, new = 2, 3 %}{% macro var(let, class=4) %}{{ let }}{{ class }}{% endmacro %}{{ await }}{{ this }}{{ new }}{{ var(5) }}";
    expect(environment.fromString(text).render()).toBe("12354");
  });

  test("cannot break out of string literals of the generated code", () => {
    const text = '{{ \'\\u2028\\\\"`${1}\' }}`${2}\u2028\u2029\\ {{ "*/ //" }}';
    expect(environment.fromString(text).render()).toBe('\u2028\\"`${1}`${2}\u2028\u2029\\ */ //');
  });

  test("shows an object of the host as a dict of its own fields, without its methods", () => {
    expect(
      environment.fromString("{{ secret }} {{ secret.reveal is defined }}").render(context),
    ).toBe("{'token': 't0p'} False");
  });

  test("limits ranges", () => {
    expect(() => environment.fromString("{{ range(100001) }}").render()).toThrow("Range too big");
  });

  test("gives a scope's values out as they are", () => {
    const shared = new PyDict();
    environment.fromString("{% do d.update({'x': 1}) %}").render(scopeOf({ d: shared }));
    expect(shared.get("x")).toBe(1);
  });
});
