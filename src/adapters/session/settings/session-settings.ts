/** What CreateSession is given, resolved from the profile and the node. */
export interface SessionSettings {
  /** Base of the session's id; `dbt-glue` where the profile has no `glue_session_id`. */
  readonly baseId: string;
  readonly roleArn: string;
  readonly workers: number;
  readonly workerType: string;
  readonly glueVersion: string;
  /** Minutes without statements after which Glue stops the session. */
  readonly idleTimeout: number;
  /** Minutes after which Glue stops it in any case. */
  readonly timeout: number;
  /** Seconds that this client waits for READY. */
  readonly provisioningTimeout: number;
  /** Keep the session after the run and attach to it in the next one. */
  readonly reuse: boolean;
  readonly defaultArguments: Readonly<Record<string, string>>;
  readonly connections: readonly string[];
  readonly securityConfiguration: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}
