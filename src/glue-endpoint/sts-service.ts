import { randomUUID } from "node:crypto";
import type { HttpAnswer, HttpCall, Service } from "./service.ts";
import { GlueFault } from "./glue-fault.ts";
import { ACCOUNT_ID } from "./state/account.ts";
import { xmlContent, xmlDocument } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
const HOUR_SECONDS = 3600;

/** The part of STS that clients of Glue need: who am I, and assume a role. Every role may be assumed. */
export const stsService: Service = {
  accepts: ({ incoming }) =>
    (incoming.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded"),
  operationOf: (call) => `STS.${formOf(call).get("Action") ?? ""}`,
  answer(call) {
    const form = formOf(call);
    const action = form.get("Action") ?? "";
    const result = resultOf(action, form);
    const content: XmlElement[] = [
      [`${action}Result`, result],
      ["ResponseMetadata", [["RequestId", randomUUID()]]],
    ];
    return Promise.resolve(xmlAnswer(200, xmlDocument(`${action}Response`, NAMESPACE, content)));
  },
  fault: ({ type, message, status }) =>
    xmlAnswer(
      status,
      `<ErrorResponse xmlns="${NAMESPACE}"><Error>${xmlContent([
        ["Type", "Sender"],
        ["Code", type],
        ["Message", message],
      ])}</Error></ErrorResponse>`,
    ),
};

function resultOf(action: string, form: URLSearchParams): XmlElement[] {
  switch (action) {
    case "GetCallerIdentity":
      return [
        ["Arn", `arn:aws:iam::${ACCOUNT_ID}:user/local`],
        ["UserId", "AIDALOCAL"],
        ["Account", ACCOUNT_ID],
      ];
    case "AssumeRole":
      return assumedRole(form);
    default:
      throw new GlueFault("InvalidAction", `The local endpoint has no STS action "${action}".`);
  }
}

function assumedRole(form: URLSearchParams): XmlElement[] {
  const role = (form.get("RoleArn") ?? "").split("/").at(-1) ?? "";
  const session = form.get("RoleSessionName") ?? "local";
  const seconds = Number(form.get("DurationSeconds") ?? HOUR_SECONDS);
  return [
    [
      "Credentials",
      [
        ["AccessKeyId", "ASIALOCALENDPOINT000"],
        ["SecretAccessKey", "local"],
        ["SessionToken", "local"],
        ["Expiration", new Date(Date.now() + seconds * 1000).toISOString()],
      ],
    ],
    [
      "AssumedRoleUser",
      [
        ["Arn", `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${role}/${session}`],
        ["AssumedRoleId", `AROALOCAL:${session}`],
      ],
    ],
  ];
}

function formOf({ body }: HttpCall): URLSearchParams {
  return new URLSearchParams(body.toString("utf8"));
}

function xmlAnswer(status: number, body: string): HttpAnswer {
  return { status, headers: { "content-type": "text/xml" }, body };
}
